package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.Condition;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.Effect.Moment;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.Step;
import dev.menagerie.rules.card.Target;
import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.state.Delayed;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Ints;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs programs step by step. A step that needs a choice asks for all it needs before it changes
 * anything, so that it can simply begin again once the answer is there.
 */
final class Programs {
  /** Rounds of one loop: more Pokémon or coins than any table holds. */
  static final int MAX_ROUNDS = 100;

  private static final String CURRENT = "it";

  private Programs() {}

  static boolean step(Engine e, Fr f) {
    if ((f.flags & Triggers.UNORDERED) != 0) {
      return Triggers.order(e, f);
    }
    if ((f.flags & Triggers.OPTIONAL) != 0) {
      return mayDecline(e, f);
    }
    Step step = e.program(f).at(f.at);
    return switch (step) {
      case Step.Run(Effect effect) -> run(e, f, effect);
      case Step.BaseDamage(Amount amount) -> baseDamage(e, f, amount);
      case Step.Branch(Condition when, int otherwise) -> {
        f.next(Questions.holds(e.t, f, when) ? f.at + 1 : otherwise);
        yield true;
      }
      case Step.Jump(int to) -> {
        f.next(to);
        yield true;
      }
      case Step.AskMay(Player who, int otherwise) -> askMay(e, f, who, otherwise);
      case Step.AskOption ask -> askOption(e, f, ask);
      case Step.EachBegin(Target in, String list) -> eachBegin(e, f, in, list);
      case Step.EachNext(String list, int end) -> eachNext(f, list, end);
      case Step.TimesBegin(Amount times, String count) -> {
        f.set(count, Math.min(MAX_ROUNDS, Questions.amount(e.t, f, times)));
        f.next(f.at + 1);
        yield true;
      }
      case Step.TimesNext(String count, int end) -> {
        int left = f.number(count);
        f.set(count, left - 1);
        f.next(left > 0 ? f.at + 1 : end);
        yield true;
      }
      case Step.Later(Moment at, int from) -> later(e, f, at, from);
      case Step.Stop _ -> {
        e.stack.remove(f);
        yield true;
      }
    };
  }

  private static boolean mayDecline(Engine e, Fr f) {
    List<Integer> answer = yesNo(e, f, f.seat, "Use it?");
    if (answer == null) {
      return false;
    }
    f.flags = 0;
    f.next(f.at);
    if (answer.getFirst() == 0) {
      e.pop();
    }
    return true;
  }

  static @Nullable List<Integer> yesNo(Engine e, Fr f, Seat by, String prompt) {
    return e.ask(f, by, ChoiceKind.YES_NO, 1, 1, List.of(0, 1), List.of("no", "yes"), prompt);
  }

  private static boolean run(Engine e, Fr f, Effect effect) {
    f.answered = 0;
    if (!Operations.run(e, f, effect)) {
      return false;
    }
    f.next(f.at + 1);
    return true;
  }

  private static boolean baseDamage(Engine e, Fr f, Amount amount) {
    Pokemon target = e.t.active(f.seat.other());
    f.next(f.at + 1);
    if (target != null) {
      Attacks.hit(e, f, target, Questions.amount(e.t, f, amount), false);
    }
    return true;
  }

  private static boolean askMay(Engine e, Fr f, Player who, int otherwise) {
    List<Integer> answer = yesNo(e, f, Questions.seat(f, who), "Do it?");
    if (answer == null) {
      return false;
    }
    f.next(answer.getFirst() == 1 ? f.at + 1 : otherwise);
    return true;
  }

  private static boolean askOption(Engine e, Fr f, Step.AskOption ask) {
    int[] places = new int[ask.labels().size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = i;
    }
    List<Integer> answer =
        e.ask(
            f,
            Questions.seat(f, ask.who()),
            ChoiceKind.OPTION,
            1,
            1,
            Ints.list(places),
            ask.labels(),
            "Choose one.");
    if (answer == null) {
      return false;
    }
    f.next(ask.to().get(answer.getFirst()));
    return true;
  }

  private static boolean eachBegin(Engine e, Fr f, Target in, String list) {
    int[] targets = Operations.targets(e, f, in, "Choose Pokémon.");
    if (targets == null) {
      return false;
    }
    f.set(list, Ints.list(targets));
    f.next(f.at + 1);
    return true;
  }

  private static boolean eachNext(Fr f, String list, int end) {
    List<Integer> left = f.get(list);
    if (left.isEmpty()) {
      f.next(end);
      return true;
    }
    f.set(CURRENT, List.of(left.getFirst()));
    f.set(list, new ArrayList<>(left.subList(1, left.size())));
    f.next(f.at + 1);
    return true;
  }

  private static boolean later(Engine e, Fr f, Moment at, int from) {
    boolean own = f.seat == e.t.turnSeat();
    int turn =
        switch (at) {
          case END_OF_THIS_TURN, NEXT_CHECKUP -> e.t.turn();
          case END_OF_OPPONENTS_NEXT_TURN -> e.t.turn() + (own ? 1 : 2);
          case START_OF_YOUR_NEXT_TURN, END_OF_YOUR_NEXT_TURN -> e.t.turn() + (own ? 2 : 1);
        };
    e.emit(
        new Event.EffectDelayed(
            new Delayed(
                f.card, f.program, from, f.seat.index(), f.self, f.source, at, turn, f.vars)));
    f.next(f.at + 1);
    return true;
  }

  /** The attack or card does nothing further. */
  static void fail(Engine e, Fr f) {
    f.at = e.program(f).length() - 2;
  }
}
