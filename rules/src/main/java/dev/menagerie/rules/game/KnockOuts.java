package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Place;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.SpecialCondition;
import dev.menagerie.rules.card.Trigger;
import dev.menagerie.rules.config.RulesConfig.PrizeMode;
import dev.menagerie.rules.query.Context;
import dev.menagerie.rules.query.Filters;
import dev.menagerie.rules.query.KnockOutCheck;
import dev.menagerie.rules.query.StaticReach;
import dev.menagerie.rules.query.Targets;
import dev.menagerie.rules.query.Traits;
import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Frame;
import dev.menagerie.rules.state.Ints;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What follows when an effect has resolved: knock-outs, prizes, new Actives. */
final class KnockOuts {
  private static final String FALLEN = "fallen";

  // The steps, in this order.
  private static final int FIND = 0;
  private static final int DISCARD = 1;
  private static final int PRIZES_OF_NEXT = 2;
  private static final int PRIZES_OF_CURRENT = 3;
  private static final int PROMOTE_NEXT = 4;
  private static final int PROMOTE_CURRENT = 5;
  private static final int AGAIN = 6;

  /** The step of a turn's end up to which Pokémon are knocked out by the attack itself. */
  static final int LAST_STEP_OF_ACTION = 1;

  private KnockOuts() {}

  static void ifDue(Execution execution) {
    if (KnockOutCheck.due(execution.table)) {
      execution.push(RunningFrame.procedure(Frame.Kind.KNOCK_OUTS, execution.table.turnSeat()));
    }
  }

  static boolean step(Execution execution, RunningFrame frame) {
    return switch (frame.at) {
      case FIND -> find(execution, frame);
      case DISCARD -> discard(execution, frame);
      case PRIZES_OF_NEXT ->
          prizes(execution, frame, execution.table.turnSeat().other(), PRIZES_OF_CURRENT);
      case PRIZES_OF_CURRENT -> prizes(execution, frame, execution.table.turnSeat(), PROMOTE_NEXT);
      case PROMOTE_NEXT ->
          promote(execution, frame, execution.table.turnSeat().other(), PROMOTE_CURRENT);
      case PROMOTE_CURRENT -> promote(execution, frame, execution.table.turnSeat(), AGAIN);
      default -> again(execution, frame);
    };
  }

  private static boolean find(Execution execution, RunningFrame frame) {
    for (Seat seat : Seat.values()) {
      Pokemon active = execution.table.active(seat);
      if (active != null) {
        cure(execution, active);
      }
    }
    discardMisplaced(execution);
    List<Integer> fallen = new ArrayList<>(frame.kept(FALLEN));
    List<RunningFrame> fired = new ArrayList<>();
    for (Pokemon pokemon : down(execution.table)) {
      if (!fallen.contains(pokemon.serial())) {
        fallen.add(pokemon.serial());
        triggers(execution, pokemon, fired);
      }
    }
    frame.set(FALLEN, fallen);
    frame.next(DISCARD);
    Triggers.push(execution, fired);
    return true;
  }

  private static void discardMisplaced(Execution execution) {
    if (!execution.table.cards().hasRestrictedEnergy()) {
      return;
    }
    for (Seat seat : Seat.values()) {
      Pokemon active = execution.table.active(seat);
      if (active != null) {
        BoardChanges.discardMisplaced(execution, active.serial());
      }
      for (int i = 0; i < execution.table.benchCount(seat); i++) {
        BoardChanges.discardMisplaced(execution, execution.table.benched(seat, i).serial());
      }
    }
  }

  private static void cure(Execution execution, Pokemon active) {
    for (SpecialCondition condition : SpecialCondition.values()) {
      if (active.has(condition) && Traits.isImmune(execution.table, active, condition)) {
        SpecialConditions.end(execution, active, condition);
      }
    }
  }

  private static List<Pokemon> down(Table table) {
    List<Pokemon> down = new ArrayList<>();
    for (Seat seat : List.of(table.turnSeat(), table.turnSeat().other())) {
      Pokemon active = table.active(seat);
      if (active != null) {
        addIfDown(table, active, down);
      }
      for (int i = 0; i < table.benchCount(seat); i++) {
        addIfDown(table, table.benched(seat, i), down);
      }
    }
    return down;
  }

  private static void addIfDown(Table table, Pokemon pokemon, List<Pokemon> down) {
    if (KnockOutCheck.isDown(table, pokemon)) {
      down.add(pokemon);
    }
  }

  private static void triggers(Execution execution, Pokemon fallen, List<RunningFrame> fired) {
    int attacker = attackerOf(execution, fallen);
    if (attacker >= 0) {
      Triggers.Match match =
          trigger ->
              trigger instanceof Trigger.KnockedOut(Optional<Place> at)
                  && StaticReach.stands(execution.table, fallen, at.orElse(Place.ANYWHERE));
      Triggers.collect(execution.table, fallen, match, attacker, fired);
    }
    for (Seat side : Seat.values()) {
      Pokemon active = execution.table.active(side);
      if (active != null) {
        others(execution, active, fallen, fired);
      }
      for (int i = 0; i < execution.table.benchCount(side); i++) {
        others(execution, execution.table.benched(side, i), fallen, fired);
      }
    }
  }

  private static void others(
      Execution execution, Pokemon holder, Pokemon fallen, List<RunningFrame> fired) {
    Context asking = Context.of(holder.seat(), holder.serial(), -1);
    Triggers.Match match =
        trigger ->
            trigger instanceof Trigger.SomeKnockedOut(Player of, Optional<Filter> where)
                && Targets.seats(asking, of).contains(fallen.seat())
                && (where.isEmpty()
                    || Filters.matches(execution.table, asking, where.get(), fallen));
    Triggers.collect(execution.table, holder, match, fallen.serial(), fired);
  }

  /** The Pokémon of the other player whose attack has just hit this one, or -1. */
  private static int attackerOf(Execution execution, Pokemon fallen) {
    RunningFrame end = execution.nearest(Frame.Kind.TURN_END);
    if (end == null || end.at > LAST_STEP_OF_ACTION || fallen.seat() == end.seat) {
      return -1;
    }
    return end.kept(Attacks.HIT).contains(fallen.serial()) ? end.number(Attacks.BY) : -1;
  }

  /**
   * All that are down leave play together, then prizes and the end are worked out. Whom a trigger
   * has brought down meanwhile falls with them, after its own triggers.
   */
  private static boolean discard(Execution execution, RunningFrame frame) {
    int[] owed = new int[2];
    List<Pokemon> down = down(execution.table);
    for (Pokemon pokemon : down) {
      if (!frame.kept(FALLEN).contains(pokemon.serial())) {
        frame.next(FIND);
        return true;
      }
      owed[pokemon.seat().other().index()] += Traits.worth(execution.table, pokemon);
    }
    boolean[] byAttack = new boolean[down.size()];
    for (int i = 0; i < byAttack.length; i++) {
      byAttack[i] = attackerOf(execution, down.get(i)) >= 0;
    }
    for (int i = 0; i < byAttack.length; i++) {
      Pokemon pokemon = down.get(i);
      execution.emit(
          new Event.LeftPlay(
              pokemon.seat(),
              pokemon.serial(),
              execution.topRef(pokemon),
              Destination.DISCARD,
              Destination.DISCARD,
              true,
              byAttack[i]));
    }
    score(execution, frame, owed);
    if (!down(execution.table).isEmpty()) {
      // Who lived only by one of the fallen falls before prizes, and before anyone comes up.
      frame.next(FIND);
      return true;
    }
    frame.next(PRIZES_OF_NEXT);
    Winning.end(execution, frame);
    return true;
  }

  private static void score(Execution execution, RunningFrame frame, int[] owed) {
    for (Seat seat : List.of(execution.table.turnSeat().other(), execution.table.turnSeat())) {
      int count = owed[seat.index()];
      if (execution.rules().prizes().mode() == PrizeMode.POINTS) {
        if (count > 0) {
          execution.emit(new Event.PointsScored(seat, count));
        }
        count = 0;
      }
      String name = Winning.OWED.get(seat.index());
      int all = frame.number(name) + count;
      frame.set(name, Math.min(all, execution.table.count(seat, Pile.PRIZES)));
    }
  }

  // Prizes and promotion

  private static boolean prizes(Execution execution, RunningFrame frame, Seat seat, int next) {
    String name = Winning.OWED.get(seat.index());
    int owed = frame.number(name);
    int left = execution.table.count(seat, Pile.PRIZES);
    if (owed == 0 || left == 0) {
      frame.next(next);
      return true;
    }
    List<Integer> answer = askPrize(execution, frame, seat, left);
    if (answer == null) {
      return false;
    }
    frame.set(name, owed - 1);
    frame.next(frame.at);
    BoardChanges.takePrize(execution, seat, answer.getFirst());
    return true;
  }

  static @Nullable List<Integer> askPrize(
      Execution execution, RunningFrame frame, Seat seat, int left) {
    int[] places = new int[left];
    for (int i = 0; i < left; i++) {
      places[i] = i;
    }
    return execution.ask(
        frame,
        seat,
        ChoiceKind.SELECT_PRIZE,
        1,
        1,
        Ints.list(places),
        List.of(),
        "Choose a prize card.");
  }

  private static boolean promote(Execution execution, RunningFrame frame, Seat seat, int next) {
    if (execution.table.active(seat) != null || execution.table.benchCount(seat) == 0) {
      frame.next(next);
      return true;
    }
    int[] bench = new int[execution.table.benchCount(seat)];
    for (int i = 0; i < bench.length; i++) {
      bench[i] = execution.table.benched(seat, i).serial();
    }
    List<Integer> answer =
        execution.ask(
            frame,
            seat,
            ChoiceKind.SELECT_ACTIVE,
            1,
            1,
            Ints.list(bench),
            List.of(),
            "Choose your new Active.");
    if (answer == null) {
      return false;
    }
    frame.next(next);
    Pokemon up = execution.table.find(answer.getFirst());
    if (up != null) {
      BoardChanges.change(execution, up);
    }
    return true;
  }

  private static boolean again(Execution execution, RunningFrame frame) {
    if (KnockOutCheck.due(execution.table)) {
      frame.set(FALLEN, List.of());
      frame.next(FIND);
      return true;
    }
    execution.pop();
    return true;
  }
}
