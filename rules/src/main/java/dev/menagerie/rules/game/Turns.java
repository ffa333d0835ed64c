package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.SpecialCondition;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.card.Trigger;
import dev.menagerie.rules.config.RulesConfig.EmptyDeck;
import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.state.EndReason;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Frame;
import dev.menagerie.rules.state.Ints;
import dev.menagerie.rules.state.Phase;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How a turn begins and ends, and the procedures within it that are not attacks. */
final class Turns {
  private Turns() {}

  // Start

  static boolean start(Engine e, Fr f) {
    switch (f.at) {
      case 0 -> begin(e, f);
      case 1 -> {
        f.next(2);
        Triggers.fire(
            e,
            trigger -> trigger instanceof Trigger.TurnStart(Player of) ? of : null,
            f.seat,
            Triggers.AT_TURN_START);
      }
      case 2 -> {
        f.next(3);
        KnockOuts.ifDue(e);
      }
      default -> {
        e.phase(Phase.MAIN);
        e.pop();
      }
    }
    return true;
  }

  private static void begin(Engine e, Fr f) {
    Table t = e.t;
    e.emit(new Event.TurnBegan(f.seat, t.turn() + 1));
    boolean veryFirst = t.turn() == 1;
    if (!veryFirst || e.rules().firstTurn().energy()) {
      energyOfTurn(e, f.seat);
    }
    f.next(1);
    if (veryFirst && !e.rules().firstTurn().draw()) {
      return;
    }
    if (t.count(f.seat, Pile.DECK) == 0) {
      if (e.rules().win().emptyDeck() == EmptyDeck.LOSES) {
        e.emit(new Event.GameEnded(Optional.of(f.seat.other()), EndReason.DECK_OUT));
      }
      return;
    }
    e.draw(f.seat, 1);
  }

  private static void energyOfTurn(Engine e, Seat seat) {
    switch (e.rules().energy().source()) {
      case HAND -> {}
      case ZONE -> turnZone(e, seat);
      case ENERGY_DECK -> flipEnergy(e, seat);
    }
  }

  /** What was shown as next is there now; a new next one is made. */
  static void turnZone(Engine e, Seat seat) {
    e.emit(new Event.ZoneTurned(seat, e.t.zoneNext(seat), made(e, seat)));
  }

  static void showNext(Engine e, Seat seat) {
    e.emit(new Event.ZoneTurned(seat, Optional.empty(), made(e, seat)));
  }

  private static Optional<EnergyType> made(Engine e, Seat seat) {
    List<EnergyType> types = e.t.setting().energyTypes().get(seat.index());
    if (types.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(types.get(types.size() == 1 ? 0 : e.chance.below(types.size())));
  }

  /** Turns up the top of the energy deck, unless one still lies there. */
  static void flipEnergy(Engine e, Seat seat) {
    int left = e.t.count(seat, Pile.ENERGY_DECK);
    if (left > 0 && e.t.count(seat, Pile.FLIPPED) == 0) {
      int card = e.t.card(seat, Pile.ENERGY_DECK, left - 1);
      e.emit(new Event.EnergyFlipped(seat, e.t.refIn(card, Pile.FLIPPED)));
    }
  }

  // End

  static boolean end(Engine e, Fr f) {
    Seat seat = e.t.turnSeat();
    switch (f.at) {
      case 0 -> {
        f.next(1);
        KnockOuts.ifDue(e);
      }
      case 1 -> {
        f.next(2);
        Triggers.fire(
            e,
            trigger -> trigger instanceof Trigger.TurnEnd(Player of) ? of : null,
            seat,
            Triggers.AT_TURN_END);
      }
      case 2 -> {
        f.next(3);
        KnockOuts.ifDue(e);
      }
      case 3 -> {
        f.next(4);
        e.emit(new Event.TurnEnded(seat, e.t.turn()));
        e.phase(Phase.CHECKUP);
        conditions(e, seat);
        Triggers.fire(
            e,
            trigger -> trigger instanceof Trigger.Checkup ? Player.BOTH : null,
            seat,
            Triggers.AT_CHECKUP);
      }
      case 4 -> {
        f.next(5);
        KnockOuts.ifDue(e);
      }
      default -> nextTurn(e, seat);
    }
    return true;
  }

  private static void nextTurn(Engine e, Seat seat) {
    int limit = e.rules().limits().turns();
    if (limit > 0 && e.t.turn() >= limit) {
      e.emit(new Event.GameEnded(Optional.empty(), EndReason.TURN_LIMIT));
      return;
    }
    e.pop();
    e.push(Fr.procedure(Frame.Kind.TURN_START, seat.other()));
  }

  /** Poison of both, then burn, then sleep, then paralysis of whose turn it was. */
  private static void conditions(Engine e, Seat seat) {
    List<Seat> order = List.of(seat, seat.other());
    for (Seat side : order) {
      poison(e, side);
    }
    for (Seat side : order) {
      burn(e, side);
    }
    for (Seat side : order) {
      Pokemon active = e.t.active(side);
      if (active != null && active.has(SpecialCondition.ASLEEP) && e.flip(side)) {
        Conditions.end(e, active, SpecialCondition.ASLEEP);
      }
    }
    Pokemon active = e.t.active(seat);
    if (active != null && active.has(SpecialCondition.PARALYZED)) {
      Conditions.end(e, active, SpecialCondition.PARALYZED);
    }
  }

  private static void poison(Engine e, Seat side) {
    Pokemon active = e.t.active(side);
    if (active == null || !active.has(SpecialCondition.POISONED)) {
      return;
    }
    int damage = active.poison() > 0 ? active.poison() : e.rules().conditions().poison();
    for (Source source : Statics.of(e.t)) {
      if (source.gives() instanceof Static.PoisonDamage more
          && Statics.touches(e.t, source, active)) {
        damage += more.by();
      }
    }
    e.damage(active, damage, false);
  }

  private static void burn(Engine e, Seat side) {
    Pokemon active = e.t.active(side);
    if (active == null || !active.has(SpecialCondition.BURNED)) {
      return;
    }
    e.damage(active, e.rules().conditions().burn(), false);
    if (e.rules().conditions().burnCure() && e.flip(side)) {
      Conditions.end(e, Objects.requireNonNull(e.t.active(side)), SpecialCondition.BURNED);
    }
  }

  // Trainers and retreat

  /** A Trainer reaches the discard last, after its effect. */
  static boolean trainer(Engine e, Fr f) {
    if (f.at == 0) {
      f.next(1);
      e.push(
          new Fr(
              Frame.Kind.PROGRAM,
              f.card,
              e.t.cards().face(f.card).playProgram(),
              f.seat,
              -1,
              f.source,
              -1));
      return true;
    }
    e.pop();
    if (e.t.holds(f.seat, Pile.PLAYING, f.source)) {
      e.move(f.seat, Pile.PLAYING, Destination.DISCARD, new int[] {f.source}, true, f.seat);
    }
    return true;
  }

  /** Asks what to pay with; {@code self} goes to the bench, {@code other} comes up. */
  static boolean retreat(Engine e, Fr f) {
    Pokemon active = e.t.find(f.self);
    Pokemon bench = e.t.find(f.other);
    if (active == null || bench == null) {
      e.pop();
      return true;
    }
    int cost = Traits.retreatCost(e.t, active);
    int[] energy = Energies.cards(active);
    List<Integer> paid =
        e.ask(
            f,
            f.seat,
            ChoiceKind.ENERGY,
            fewest(e.t, active, energy, cost),
            energy.length,
            Ints.list(energy),
            List.of(),
            "Choose energy to discard for the retreat.",
            cost);
    if (paid == null) {
      return false;
    }
    e.pop();
    retreat(e, active, bench, Ints.array(paid));
    return true;
  }

  static void retreat(Engine e, Pokemon active, Pokemon bench, int[] paid) {
    Seat seat = active.seat();
    int serial = active.serial();
    for (int instance : paid) {
      Operations.detach(e, Objects.requireNonNull(e.t.find(serial)), instance, Destination.DISCARD);
    }
    e.emit(new Event.Retreated(seat, serial, e.topRef(active)));
    Operations.change(e, bench);
  }

  /** The fewest cards that can pay. */
  static int fewest(Table t, Pokemon active, int[] energy, int cost) {
    int[] worths = new int[energy.length];
    for (int i = 0; i < energy.length; i++) {
      worths[i] = Energies.cardUnits(t, active, energy[i]).length;
    }
    java.util.Arrays.sort(worths);
    int sum = 0;
    int count = 0;
    for (int i = worths.length - 1; i >= 0 && sum < cost; i--) {
      sum += worths[i];
      count++;
    }
    return count;
  }

  static int zoneCard(Table t, Seat seat) {
    return t.count(seat, Pile.FLIPPED) == 0 ? -1 : t.card(seat, Pile.FLIPPED, 0);
  }
}
