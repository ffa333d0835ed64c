package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.Condition;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.Effect.Moment;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.Step;
import dev.menagerie.rules.card.Target;
import dev.menagerie.rules.query.Amounts;
import dev.menagerie.rules.query.Conditions;
import dev.menagerie.rules.query.Targets;
import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.state.DelayedEffect;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Ints;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs programs step by step. A step asks for all its choices before it changes anything, so it can
 * be run again from its beginning with the answers.
 */
final class Programs {
  private static final String CURRENT = "it";

  private Programs() {}

  static boolean step(Execution execution, RunningFrame frame) {
    if ((frame.flags & Triggers.UNORDERED) != 0) {
      return Triggers.order(execution, frame);
    }
    if ((frame.flags & Triggers.OPTIONAL) != 0) {
      return askWhetherToUse(execution, frame);
    }
    Step step = execution.program(frame).at(frame.at);
    return switch (step) {
      case Step.Run(Effect effect) -> run(execution, frame, effect);
      case Step.BaseDamage(Amount amount) -> baseDamage(execution, frame, amount);
      case Step.Branch(Condition when, int otherwise) -> {
        frame.next(Conditions.holds(execution.table, frame, when) ? frame.at + 1 : otherwise);
        yield true;
      }
      case Step.Jump(int to) -> {
        frame.next(to);
        yield true;
      }
      case Step.AskMay(Player who, int otherwise) -> askMay(execution, frame, who, otherwise);
      case Step.AskOption ask -> askOption(execution, frame, ask);
      case Step.EachBegin(Target in, String list) -> eachBegin(execution, frame, in, list);
      case Step.EachNext(String list, int end) -> eachNext(frame, list, end);
      case Step.TimesBegin(Amount times, String count) -> {
        frame.set(count, Math.min(Execution.MAX_ROUNDS, Amounts.of(execution.table, frame, times)));
        frame.next(frame.at + 1);
        yield true;
      }
      case Step.TimesNext(String count, int end) -> {
        int left = frame.number(count);
        frame.set(count, left - 1);
        frame.next(left > 0 ? frame.at + 1 : end);
        yield true;
      }
      case Step.Later(Moment at, int from) -> later(execution, frame, at, from);
      case Step.Stop _ -> {
        execution.stack.remove(frame);
        yield true;
      }
    };
  }

  private static boolean askWhetherToUse(Execution execution, RunningFrame frame) {
    List<Integer> answer = yesNo(execution, frame, frame.seat, "Use it?");
    if (answer == null) {
      return false;
    }
    frame.flags = 0;
    frame.next(frame.at);
    if (answer.getFirst() == 0) {
      execution.stack.pop();
    }
    return true;
  }

  static @Nullable List<Integer> yesNo(
      Execution execution, RunningFrame frame, Seat by, String prompt) {
    return execution.ask(
        frame, by, ChoiceKind.YES_NO, 1, 1, List.of(0, 1), List.of("no", "yes"), prompt);
  }

  private static boolean run(Execution execution, RunningFrame frame, Effect effect) {
    frame.answered = 0;
    if (!Operations.run(execution, frame, effect)) {
      return false;
    }
    frame.next(frame.at + 1);
    return true;
  }

  private static boolean baseDamage(Execution execution, RunningFrame frame, Amount amount) {
    Pokemon target = execution.table.active(frame.seat.other());
    frame.next(frame.at + 1);
    if (target != null) {
      Attacks.hit(execution, frame, target, Amounts.of(execution.table, frame, amount), false);
    }
    return true;
  }

  private static boolean askMay(
      Execution execution, RunningFrame frame, Player who, int otherwise) {
    List<Integer> answer = yesNo(execution, frame, Targets.seat(frame, who), "Do it?");
    if (answer == null) {
      return false;
    }
    frame.next(answer.getFirst() == 1 ? frame.at + 1 : otherwise);
    return true;
  }

  private static boolean askOption(Execution execution, RunningFrame frame, Step.AskOption ask) {
    int[] places = new int[ask.labels().size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = i;
    }
    List<Integer> answer =
        execution.ask(
            frame,
            Targets.seat(frame, ask.who()),
            ChoiceKind.OPTION,
            1,
            1,
            Ints.list(places),
            ask.labels(),
            "Choose one.");
    if (answer == null) {
      return false;
    }
    frame.next(ask.to().get(answer.getFirst()));
    return true;
  }

  private static boolean eachBegin(
      Execution execution, RunningFrame frame, Target in, String list) {
    int[] targets = Targeting.targets(execution, frame, in, "Choose Pokémon.");
    if (targets == null) {
      return false;
    }
    frame.set(list, Ints.list(targets));
    frame.next(frame.at + 1);
    return true;
  }

  private static boolean eachNext(RunningFrame frame, String list, int end) {
    List<Integer> left = frame.kept(list);
    if (left.isEmpty()) {
      frame.next(end);
      return true;
    }
    frame.set(CURRENT, List.of(left.getFirst()));
    frame.set(list, new ArrayList<>(left.subList(1, left.size())));
    frame.next(frame.at + 1);
    return true;
  }

  private static boolean later(Execution execution, RunningFrame frame, Moment at, int from) {
    boolean own = frame.seat == execution.table.turnSeat();
    int turn =
        switch (at) {
          case END_OF_THIS_TURN, NEXT_CHECKUP -> execution.table.turn();
          case END_OF_OPPONENTS_NEXT_TURN -> execution.table.turn() + (own ? 1 : 2);
          case START_OF_YOUR_NEXT_TURN, END_OF_YOUR_NEXT_TURN ->
              execution.table.turn() + (own ? 2 : 1);
        };
    execution.emit(
        new Event.EffectDelayed(
            new DelayedEffect(
                frame.card,
                frame.program,
                from,
                frame.seat.index(),
                frame.self,
                frame.source,
                at,
                turn,
                frame.vars)));
    frame.next(frame.at + 1);
    return true;
  }
}
