package dev.menagerie.server.play;

import dev.menagerie.protocol.Refusal;
import dev.menagerie.rules.game.ClockChange;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.server.game.Cause;
import dev.menagerie.server.game.Ending;
import java.util.List;
import java.util.Optional;

/**
 * One attempt to move a game on; it is decided again for each new moment until a commit succeeds.
 */
interface GameStep {
  /** The cause of the change, which the store checks and records. */
  Cause cause();

  /** Decides what the step does at this moment. Pure: it may be called more than once. */
  Attempt attempt(GameHeader header, Moment now);

  /** The reply to the requester after the commit; stored for repeated requests. */
  default ActionReply reply(Attempt.Propose proposal, long eventId) {
    return ActionReply.NONE;
  }

  /** The requester, if listeners on this node answer it. */
  default Optional<Requester> requester() {
    return Optional.empty();
  }

  /**
   * Whether the checkpoint at a turn's boundary is deferred to the next boundary, because many
   * steps wait. Without a checkpoint a commit costs half as much and is as safe.
   */
  default boolean defersCheckpoint() {
    return false;
  }

  /** The result of an attempt. */
  sealed interface Attempt {
    record Refuse(Refusal refusal) implements Attempt {}

    /**
     * @param state the state it leads to; absent where the game never began
     */
    record Propose(
        Move move,
        List<PlayerEntry> players,
        List<Event> events,
        Optional<GameState> state,
        ClockChange clock,
        Optional<Ending> ending)
        implements Attempt {}
  }
}
