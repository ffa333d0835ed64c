package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.card.SpecialCondition;
import dev.menagerie.rules.config.RulesConfig.PrizeMode;
import dev.menagerie.rules.query.KnockOutCheck;
import dev.menagerie.rules.query.Traits;
import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Frame;
import dev.menagerie.rules.state.Ints;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Handles knock-outs after an effect: discards, prizes, new Actives. */
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
  private static final int BENCH_OF_NEXT = 7;
  private static final int BENCH_OF_CURRENT = 8;

  private KnockOuts() {}

  static void ifDue(Execution execution) {
    if (KnockOutCheck.due(execution.table)) {
      execution.stack.push(
          RunningFrame.procedure(Frame.Kind.KNOCK_OUTS, execution.table.turnSeat()));
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
      case PROMOTE_CURRENT -> promote(execution, frame, execution.table.turnSeat(), BENCH_OF_NEXT);
      case BENCH_OF_NEXT ->
          BenchLimit.keep(execution, frame, execution.table.turnSeat().other(), BENCH_OF_CURRENT);
      case BENCH_OF_CURRENT -> BenchLimit.keep(execution, frame, execution.table.turnSeat(), AGAIN);
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
    for (Pokemon pokemon : KnockOutTriggers.down(execution.table)) {
      if (!fallen.contains(pokemon.serial())) {
        fallen.add(pokemon.serial());
        KnockOutTriggers.collect(execution, pokemon, fired);
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

  /**
   * Discards all knocked-out Pokémon together, then counts prizes and checks for the end. A Pokémon
   * that a trigger has knocked out in between is discarded with them, after its own triggers.
   */
  private static boolean discard(Execution execution, RunningFrame frame) {
    int[] owed = new int[2];
    List<Pokemon> down = KnockOutTriggers.down(execution.table);
    for (Pokemon pokemon : down) {
      if (!frame.kept(FALLEN).contains(pokemon.serial())) {
        frame.next(FIND);
        return true;
      }
      owed[pokemon.seat().other().index()] += Traits.worth(execution.table, pokemon);
    }
    boolean[] byAttack = new boolean[down.size()];
    for (int i = 0; i < byAttack.length; i++) {
      byAttack[i] = KnockOutTriggers.attackerOf(execution, down.get(i)) >= 0;
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
    if (!KnockOutTriggers.down(execution.table).isEmpty()) {
      // A Pokémon that survived only by an ability of a discarded one is knocked out before prizes
      // and promotion.
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
    execution.stack.pop();
    return true;
  }
}
