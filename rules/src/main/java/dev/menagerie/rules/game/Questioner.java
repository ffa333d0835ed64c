package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.Step;
import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.state.Frame;
import dev.menagerie.rules.state.PendingSource;
import dev.menagerie.rules.state.Table;
import java.util.Locale;
import java.util.Optional;

/** Names the source and the purpose of a question, so that a client can show them. */
final class Questioner {
  private Questioner() {}

  /** The card's text that asks; empty if the rules of the game ask. */
  static Optional<PendingSource> source(RunningFrame frame, ChoiceKind kind) {
    return frame.kind == Frame.Kind.PROGRAM && kind != ChoiceKind.TRIGGER
        ? Optional.of(new PendingSource(frame.card, frame.program))
        : Optional.empty();
  }

  /** The word of the effect that asks, as card files write it, or a word for the procedure. */
  static String purpose(Table table, RunningFrame frame, ChoiceKind kind) {
    return switch (frame.kind) {
      case SETUP -> kind == ChoiceKind.GO_FIRST ? "go_first" : "extra_cards";
      case RETREAT -> "retreat";
      case KNOCK_OUTS ->
          kind == ChoiceKind.SELECT_PRIZE
              ? "take_prize"
              : kind == ChoiceKind.POKEMON ? "bench_limit" : "promote";
      case TURN_START, TURN_END, ATTACK, TRAINER -> word(frame.kind.name());
      case PROGRAM -> ofProgram(table, frame, kind);
    };
  }

  private static String ofProgram(Table table, RunningFrame frame, ChoiceKind kind) {
    if (kind == ChoiceKind.TRIGGER) {
      return "order";
    }
    if ((frame.flags & Triggers.OPTIONAL) != 0) {
      return "use_ability";
    }
    return switch (table.cards().face(frame.card).program(frame.program).at(frame.at)) {
      case Step.Run(Effect effect) -> snake(effect.getClass().getSimpleName());
      case Step.AskMay _ -> "may";
      case Step.AskOption _ -> "choose_one";
      case Step.EachBegin _ -> "for_each";
      case Step.BaseDamage _,
          Step.Branch _,
          Step.Jump _,
          Step.EachNext _,
          Step.TimesBegin _,
          Step.TimesNext _,
          Step.Later _,
          Step.Stop _ ->
          "choose";
    };
  }

  private static String word(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** A type's name as card files write it. */
  static String snake(String name) {
    StringBuilder snake = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char letter = name.charAt(i);
      if (Character.isUpperCase(letter) && !snake.isEmpty()) {
        snake.append('_');
      }
      snake.append(Character.toLowerCase(letter));
    }
    return snake.toString();
  }
}
