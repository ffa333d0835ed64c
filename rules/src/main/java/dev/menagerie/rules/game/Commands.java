package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Ability;
import dev.menagerie.rules.card.Face;
import dev.menagerie.rules.card.Trigger;
import dev.menagerie.rules.state.EndReason;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Frame;
import dev.menagerie.rules.state.GameStatus;
import dev.menagerie.rules.state.Ints;
import dev.menagerie.rules.state.Pending;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Begins what an allowed command asks for; the engine then goes on by itself. */
final class Commands {
  private Commands() {}

  static void begin(Engine e, Command command) {
    switch (command) {
      case Command.PlayPokemon play -> playPokemon(e, play.seat(), play.card());
      case Command.Evolve evolve ->
          PokemonOperations.evolve(
              e, evolve.seat(), Pile.HAND, evolve.card(), pokemon(e, evolve.target()), true);
      case Command.AttachEnergy attach ->
          EnergyOperations.attach(
              e, attach.seat(), Pile.HAND, attach.card(), pokemon(e, attach.target()), true);
      case Command.AttachFromZone attach -> attachFromZone(e, attach);
      case Command.PlayTrainer play -> playTrainer(e, play);
      case Command.PlayTool play -> {
        Pokemon target = pokemon(e, play.target());
        e.emit(
            new Event.ToolAttached(
                play.seat(), e.t.ref(play.card()), target.serial(), e.topRef(target)));
      }
      case Command.UseAbility use -> useAbility(e, use);
      case Command.Retreat retreat -> retreat(e, retreat);
      case Command.RetreatPaying retreat ->
          Turns.retreat(
              e,
              active(e, retreat.seat()),
              pokemon(e, retreat.bench()),
              Ints.array(retreat.energy()));
      case Command.Attack attack -> attack(e, attack);
      case Command.Pass pass -> pass(e, pass.seat());
      case Command.Select select -> select(e, select);
      case Command.Resign resign ->
          e.emit(new Event.GameEnded(Optional.of(resign.seat().other()), EndReason.RESIGNED));
      case Command.ExpireClock expire -> expire(e, expire.seat());
      case Command.GrantGrace grace -> e.emit(new Event.GraceGranted(grace.seat()));
    }
  }

  private static Pokemon pokemon(Engine e, int serial) {
    return Objects.requireNonNull(e.t.find(serial));
  }

  private static Pokemon active(Engine e, Seat seat) {
    return Objects.requireNonNull(e.t.active(seat));
  }

  private static void playPokemon(Engine e, Seat seat, int card) {
    int serial = e.t.nextSerial();
    if (e.t.status() == GameStatus.SETUP) {
      boolean active = e.t.active(seat) == null;
      e.emit(new Event.Placed(seat, e.t.ref(card), serial, active));
      return;
    }
    e.emit(new Event.PokemonPlayed(seat, e.t.ref(card), serial));
    Triggers.fire(e, pokemon(e, serial), trigger -> trigger instanceof Trigger.PlayedToBench, -1);
  }

  private static void attachFromZone(Engine e, Command.AttachFromZone attach) {
    Seat seat = attach.seat();
    Pokemon target = pokemon(e, attach.target());
    boolean more = e.t.energyAttached() + 1 < Traits.energyAllowed(e.t, seat);
    var made = e.t.zoneNow(seat);
    if (made.isPresent()) {
      if (more) {
        Turns.turnZone(e, seat);
      } else {
        e.emit(new Event.ZoneTurned(seat, Optional.empty(), e.t.zoneNext(seat)));
      }
      EnergyOperations.generate(e, seat, e.t.cards().zoneEnergy(made.get()), target, true);
      return;
    }
    int card = Turns.zoneCard(e.t, seat);
    EnergyOperations.attach(e, seat, Pile.FLIPPED, card, target, true);
    if (more) {
      Turns.flipEnergy(e, seat);
    }
  }

  private static void playTrainer(Engine e, Command.PlayTrainer play) {
    Table t = e.t;
    Face face = t.face(play.card());
    if (face.sort == Face.Sort.STADIUM) {
      EnergyOperations.discardStadium(e);
      e.emit(new Event.StadiumPlayed(play.seat(), t.ref(play.card())));
      return;
    }
    e.emit(new Event.TrainerPlayed(play.seat(), t.ref(play.card())));
    e.push(new Fr(Frame.Kind.TRAINER, face.number, -1, play.seat(), -1, play.card(), -1));
  }

  private static void useAbility(Engine e, Command.UseAbility use) {
    Pokemon user = e.t.find(use.pokemon());
    int card = user == null ? e.t.stadium() : user.top();
    Face face = e.t.face(card);
    Ability.Activated ability = (Ability.Activated) face.abilities.get(use.ability());
    boolean byName =
        user == null || ability.limit().equals(Optional.of(Ability.Limit.ONCE_PER_TURN_BY_NAME));
    int serial = user == null ? -1 : user.serial();
    e.emit(
        new Event.AbilityUsed(
            use.seat(), serial, e.t.ref(card), use.ability(), ability.name(), byName));
    e.push(
        new Fr(
            Frame.Kind.PROGRAM,
            face.number,
            face.abilityProgram(use.ability()),
            use.seat(),
            serial,
            card,
            -1));
  }

  private static void retreat(Engine e, Command.Retreat retreat) {
    Pokemon active = active(e, retreat.seat());
    Pokemon bench = pokemon(e, retreat.bench());
    int cost = Traits.retreatCost(e.t, active);
    int[] energy = Energies.cards(active);
    if (cost == 0) {
      Turns.retreat(e, active, bench, Ints.NONE);
    } else if (isAllNeeded(e.t, active, energy, cost)) {
      Turns.retreat(e, active, bench, energy);
    } else if (isAllAlike(e.t, energy)) {
      int[] fewest = Arrays.copyOf(energy, Turns.fewest(e.t, active, energy, cost));
      Turns.retreat(e, active, bench, fewest);
    } else {
      e.push(
          new Fr(Frame.Kind.RETREAT, -1, -1, retreat.seat(), active.serial(), -1, bench.serial()));
    }
  }

  private static boolean isAllNeeded(Table t, Pokemon active, int[] energy, int cost) {
    int all = Energies.worth(t, active, energy);
    for (int card : energy) {
      if (all - Energies.cardUnits(t, active, card).length >= cost) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAllAlike(Table t, int[] energy) {
    for (int card : energy) {
      if (t.definition(card) != t.definition(energy[0])) {
        return false;
      }
    }
    return true;
  }

  private static void attack(Engine e, Command.Attack command) {
    Pokemon active = active(e, command.seat());
    Attackable attackable = Attackable.of(e.t, active);
    e.push(
        new Fr(
            Frame.Kind.ATTACK,
            attackable.face(command.attack()).number,
            attackable.place(command.attack()),
            command.seat(),
            active.serial(),
            active.top(),
            -1));
  }

  private static void pass(Engine e, Seat seat) {
    if (e.t.status() == GameStatus.SETUP) {
      Setup.placed(e);
    } else {
      e.push(Fr.procedure(Frame.Kind.TURN_END, seat));
    }
  }

  private static void select(Engine e, Command.Select select) {
    Pending pending = Objects.requireNonNull(e.asked);
    List<Integer> values = new ArrayList<>();
    for (int place : select.options()) {
      values.add(pending.options().get(place));
    }
    e.answer(values);
  }

  // Time is up

  private static void expire(Engine e, Seat seat) {
    int used = e.t.timeouts(seat) + 1;
    e.emit(new Event.TimedOut(seat, used));
    int limit = e.rules().timer().timeoutsBeforeLoss();
    if (limit > 0 && used >= limit) {
      e.emit(new Event.GameEnded(Optional.of(seat.other()), EndReason.TIMEOUT));
      return;
    }
    if (e.t.status() == GameStatus.ACTIVE && seat == e.t.turnSeat()) {
      e.emit(new Event.TurnExpired(true));
    } else if (e.asked != null) {
      e.answer(Defaults.of(e.t, e.asked));
    } else {
      if (e.t.active(seat) == null) {
        playPokemon(e, seat, Defaults.basic(e.t, seat));
      }
      Setup.placed(e);
    }
  }
}
