package dev.menagerie.rules.state;

import dev.menagerie.rules.card.Effect.Moment;
import java.util.List;

/**
 * Numbers for words that are stored: their places in these lists, which only ever grow at the end.
 */
final class Codes {
  private static final List<Enum<?>> ALL =
      List.of(
          GameStatus.SETUP,
          GameStatus.ACTIVE,
          GameStatus.FINISHED,
          Phase.START,
          Phase.MAIN,
          Phase.ATTACK,
          Phase.CHECKUP,
          Event.ClockKind.NONE,
          Event.ClockKind.TURN,
          Event.ClockKind.CHOICE,
          Moment.END_OF_THIS_TURN,
          Moment.NEXT_CHECKUP,
          Moment.END_OF_OPPONENTS_NEXT_TURN,
          Moment.START_OF_YOUR_NEXT_TURN,
          Moment.END_OF_YOUR_NEXT_TURN,
          Frame.Kind.SETUP,
          Frame.Kind.TURN_START,
          Frame.Kind.TURN_END,
          Frame.Kind.ATTACK,
          Frame.Kind.TRAINER,
          Frame.Kind.RETREAT,
          Frame.Kind.KNOCK_OUTS,
          Frame.Kind.PROGRAM,
          ChoiceKind.GO_FIRST,
          ChoiceKind.EXTRA_CARDS,
          ChoiceKind.SELECT_ACTIVE,
          ChoiceKind.SELECT_PRIZE,
          ChoiceKind.CARDS,
          ChoiceKind.POKEMON,
          ChoiceKind.ENERGY,
          ChoiceKind.YES_NO,
          ChoiceKind.OPTION,
          ChoiceKind.ATTACK,
          EndReason.PRIZES,
          EndReason.POINTS,
          EndReason.NO_POKEMON,
          EndReason.DECK_OUT,
          EndReason.RESIGNED,
          EndReason.TIMEOUT,
          EndReason.TURN_LIMIT,
          EndReason.SUDDEN_DEATH,
          ChoiceKind.TRIGGER,
          EndReason.ABANDONED,
          EndReason.GAME_LIMIT,
          EndReason.VOIDED,
          EndReason.LEFT);

  private Codes() {}

  static int of(Enum<?> word) {
    return ALL.indexOf(word);
  }

  static <E extends Enum<E>> E word(int code, Class<E> kind) {
    return kind.cast(ALL.get(code));
  }
}
