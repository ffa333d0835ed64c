package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Ability;
import dev.menagerie.rules.card.CompiledCard;
import dev.menagerie.rules.card.Trigger;
import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.query.Attackable;
import dev.menagerie.rules.query.Energies;
import dev.menagerie.rules.query.Filters;
import dev.menagerie.rules.query.PlayerLimits;
import dev.menagerie.rules.query.RetreatPayment;
import dev.menagerie.rules.query.Targets;
import dev.menagerie.rules.query.Traits;
import dev.menagerie.rules.state.EndReason;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Frame;
import dev.menagerie.rules.state.GameStatus;
import dev.menagerie.rules.state.Ints;
import dev.menagerie.rules.state.PendingChoice;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Begins the execution of a legal command; the interpreter does the rest. */
final class Commands {
  private Commands() {}

  static void begin(Execution execution, Command command) {
    switch (command) {
      case Command.PlayPokemon play -> Placement.play(execution, play.seat(), play.card());
      case Command.Evolve evolve ->
          PokemonOperations.evolve(
              execution,
              evolve.seat(),
              Pile.HAND,
              evolve.card(),
              pokemon(execution, evolve.target()));
      case Command.AttachEnergy attach ->
          EnergyAttachment.attach(
              execution,
              attach.seat(),
              Pile.HAND,
              attach.card(),
              pokemon(execution, attach.target()),
              true);
      case Command.AttachFromZone attach -> attachFromZone(execution, attach);
      case Command.PlayTrainer play -> playTrainer(execution, play);
      case Command.PlayTool play -> {
        Pokemon target = pokemon(execution, play.target());
        execution.emit(
            new Event.ToolAttached(
                play.seat(),
                execution.table.ref(play.card()),
                target.serial(),
                execution.topRef(target)));
        answerPlayed(execution, play.seat(), execution.table.face(play.card()));
      }
      case Command.UseAbility use -> useAbility(execution, use);
      case Command.UseCardAbility use -> useCardAbility(execution, use);
      case Command.Retreat retreat -> retreat(execution, retreat);
      case Command.RetreatPaying retreat ->
          Retreats.retreat(
              execution,
              active(execution, retreat.seat()),
              pokemon(execution, retreat.bench()),
              Ints.array(retreat.energy()));
      case Command.Attack attack -> attack(execution, attack);
      case Command.Pass pass -> pass(execution, pass.seat());
      case Command.Select select -> select(execution, select);
      case Command.Resign resign ->
          execution.emit(
              new Event.GameEnded(Optional.of(resign.seat().other()), EndReason.RESIGNED));
      case Command.ClaimWin claim ->
          execution.emit(new Event.GameEnded(Optional.of(claim.seat()), EndReason.LEFT));
      case Command.ClaimDraw _ ->
          execution.emit(new Event.GameEnded(Optional.empty(), EndReason.LEFT));
      case Command.NoteLeft note -> execution.emit(new Event.PlayerLeft(note.seat()));
      case Command.NoteReturned note -> execution.emit(new Event.PlayerReturned(note.seat()));
      case Command.ExpireClock expire -> ClockExpiry.expire(execution, expire.seat());
      case Command.GrantGrace grace -> execution.emit(new Event.GraceGranted(grace.seat()));
      case Command.GrantTime _ -> {} // the clock is all that changes
      case Command.VoidGame _ ->
          execution.emit(new Event.GameEnded(Optional.empty(), EndReason.VOIDED));
    }
  }

  private static Pokemon pokemon(Execution execution, int serial) {
    return Objects.requireNonNull(execution.table.find(serial));
  }

  private static Pokemon active(Execution execution, Seat seat) {
    return Objects.requireNonNull(execution.table.active(seat));
  }

  private static void attachFromZone(Execution execution, Command.AttachFromZone attach) {
    Seat seat = attach.seat();
    Pokemon target = pokemon(execution, attach.target());
    boolean more =
        execution.table.counters().energyAttached() + 1
            < PlayerLimits.energyAllowed(execution.table, seat);
    var made = execution.table.zoneNow(seat);
    if (made.isPresent()) {
      if (more) {
        Turns.turnZone(execution, seat);
      } else {
        execution.emit(
            new Event.ZoneTurned(seat, Optional.empty(), execution.table.zoneNext(seat)));
      }
      EnergyAttachment.generate(
          execution, seat, execution.table.cards().zoneEnergy(made.get()), target, true);
      return;
    }
    int card = Energies.flipped(execution.table, seat);
    EnergyAttachment.attach(execution, seat, Pile.FLIPPED, card, target, true);
    if (more) {
      Turns.flipEnergy(execution, seat);
    }
  }

  private static void playTrainer(Execution execution, Command.PlayTrainer play) {
    Table table = execution.table;
    CompiledCard face = table.face(play.card());
    if (face.sort == CompiledCard.Sort.STADIUM) {
      ToolOperations.discardStadium(execution);
      execution.emit(new Event.StadiumPlayed(play.seat(), table.ref(play.card())));
      answerPlayed(execution, play.seat(), face);
      return;
    }
    execution.emit(new Event.TrainerPlayed(play.seat(), table.ref(play.card())));
    if (face.isPlayedAsItem()) {
      execution.emit(
          new Event.PokemonBenched(
              play.seat(), Pile.PLAYING, table.ref(play.card()), table.nextSerial()));
      answerPlayed(execution, play.seat(), face);
      return;
    }
    execution.stack.push(
        new RunningFrame(Frame.Kind.TRAINER, face.number, -1, play.seat(), -1, play.card(), -1));
    answerPlayed(execution, play.seat(), face);
  }

  /** Fires the triggers of a Trainer card that a player plays. */
  private static void answerPlayed(Execution execution, Seat seat, CompiledCard played) {
    List<RunningFrame> fired = new ArrayList<>(0);
    Triggers.Some some =
        (context, trigger) ->
            trigger instanceof Trigger.SomePlayed(var of, var where)
                && Targets.seats(context, of).contains(seat)
                && (where.isEmpty()
                    || Filters.matches(execution.table, context, where.get(), played));
    Triggers.collectSome(execution.table, some, -1, fired);
    Triggers.push(execution, fired);
  }

  private static void useAbility(Execution execution, Command.UseAbility use) {
    Pokemon user = execution.table.find(use.pokemon());
    int card = user == null ? execution.table.stadium() : user.top();
    CompiledCard face = execution.table.face(card);
    Ability.Activated ability = (Ability.Activated) face.abilities.get(use.ability());
    boolean byName =
        user == null || ability.limit().equals(Optional.of(Ability.Limit.ONCE_PER_TURN_BY_NAME));
    int serial = user == null ? -1 : user.serial();
    execution.emit(
        new Event.AbilityUsed(
            use.seat(), serial, execution.table.ref(card), use.ability(), ability.name(), byName));
    execution.stack.push(
        new RunningFrame(
            Frame.Kind.PROGRAM,
            face.number,
            face.abilityProgram(use.ability()),
            use.seat(),
            serial,
            card,
            -1));
  }

  /** A card of the hand is shown; the program finds its card under a name. */
  private static void useCardAbility(Execution execution, Command.UseCardAbility use) {
    Table table = execution.table;
    CompiledCard face = table.face(use.card());
    if (table.holds(use.seat(), Pile.HAND, use.card())) {
      execution.emit(
          new Event.CardsRevealed(use.seat(), Pile.HAND, List.of(table.ref(use.card()))));
    }
    String name = face.abilities.get(use.ability()).name();
    execution.emit(
        new Event.AbilityUsed(use.seat(), -1, table.ref(use.card()), use.ability(), name, true));
    RunningFrame frame =
        new RunningFrame(
            Frame.Kind.PROGRAM,
            face.number,
            face.abilityProgram(use.ability()),
            use.seat(),
            -1,
            use.card(),
            -1);
    frame.set(Ability.THIS_CARD, use.card());
    execution.stack.push(frame);
  }

  private static void retreat(Execution execution, Command.Retreat retreat) {
    Pokemon active = active(execution, retreat.seat());
    Pokemon bench = pokemon(execution, retreat.bench());
    int cost = Traits.retreatCost(execution.table, active);
    int[] energy = Energies.cards(active);
    if (cost == 0) {
      Retreats.retreat(execution, active, bench, Ints.NONE);
    } else if (RetreatPayment.isAllNeeded(execution.table, active, energy, cost)) {
      Retreats.retreat(execution, active, bench, energy);
    } else if (RetreatPayment.isAllAlike(execution.table, energy)) {
      int[] fewest =
          Arrays.copyOf(
              energy,
              RetreatPayment.fewest(RetreatPayment.worths(execution.table, active, energy), cost));
      Retreats.retreat(execution, active, bench, fewest);
    } else {
      execution.stack.push(
          new RunningFrame(
              Frame.Kind.RETREAT, -1, -1, retreat.seat(), active.serial(), -1, bench.serial()));
    }
  }

  private static void attack(Execution execution, Command.Attack command) {
    Pokemon active = active(execution, command.seat());
    Attackable attackable = Attackable.of(execution.table, active);
    Pokemon user = attackable.user(command.attack());
    execution.stack.push(
        new RunningFrame(
            Frame.Kind.ATTACK,
            attackable.face(command.attack()).number,
            attackable.place(command.attack()),
            command.seat(),
            user.serial(),
            user.top(),
            -1));
  }

  private static void pass(Execution execution, Seat seat) {
    if (execution.table.status() == GameStatus.SETUP) {
      Setup.placed(execution);
    } else {
      execution.stack.push(RunningFrame.procedure(Frame.Kind.TURN_END, seat));
    }
  }

  private static void select(Execution execution, Command.Select select) {
    PendingChoice pending = Objects.requireNonNull(execution.asked);
    List<Integer> values = new ArrayList<>();
    for (int place : select.options()) {
      values.add(pending.options().get(place));
    }
    execution.answer(values);
  }
}
