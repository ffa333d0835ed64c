package dev.menagerie.server.play;

import dev.menagerie.rules.game.ClockChange;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.server.game.Cause;
import dev.menagerie.server.game.MessageId;
import dev.menagerie.server.game.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Records an event of a clock in the game's log. It changes nothing on the table, is written once
 * however many nodes try, and never for a replaced clock.
 */
record ClockNoteStep(long clock, Note note) implements GameStep {
  /** The seat of messages that the server itself sends; no player's message has it. */
  private static final int HOUSE = 2;

  /** The event of a clock that the step records. */
  sealed interface Note {
    record Warning() implements Note {}

    record GivenBack(Duration lost, Instant deadline) implements Note {}
  }

  @Override
  public Cause cause() {
    return new Cause.Asked(Request.of(HOUSE, new MessageId(name()), name()));
  }

  private String name() {
    return switch (note) {
      case Note.Warning _ -> "warning-" + clock;
      case Note.GivenBack given -> "given-back-" + clock + "-" + given.deadline().toEpochMilli();
    };
  }

  @Override
  public Attempt attempt(GameHeader header, Moment now) {
    if (now.isOver()) return new Attempt.Refuse(Refusals.GAME_OVER);
    var player = now.state().flatMap(state -> state.toAct());
    if (player.isEmpty() || now.clock().number() != clock) {
      return new Attempt.Refuse(Refusals.NOT_STARTED);
    }
    return new Attempt.Propose(
        move(player.get()),
        now.players(),
        List.of(),
        now.state(),
        new ClockChange.Keep(),
        Optional.empty());
  }

  private Move move(Seat player) {
    return switch (note) {
      case Note.Warning _ -> new Move.Warned(player);
      case Note.GivenBack given ->
          new Move.TimeGivenBack(player, given.lost().toMillis(), given.deadline());
    };
  }
}
