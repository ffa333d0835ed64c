package dev.menagerie.server.play;

import dev.menagerie.protocol.Refusal;
import dev.menagerie.rules.game.ClockChange;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.server.game.Cause;
import dev.menagerie.server.game.Ending;
import java.util.List;
import java.util.Optional;

/** One attempt to move a game on: asked anew of every moment until a commit settles it. */
interface GameStep {
  /** Why the game is to change, as the store has to know it. */
  Cause cause();

  /** What it would do now. Pure: it may be asked more than once. */
  Attempt attempt(GameHeader header, Moment now);

  /** What whoever asked is told once it has happened; kept for repetitions of the request. */
  default ActionReply reply(Attempt.Propose proposal, long eventId) {
    return ActionReply.NONE;
  }

  /** Who asked, if listeners on this node are to answer them. */
  default Optional<Requester> requester() {
    return Optional.empty();
  }

  /**
   * Whether so much waits behind it that the checkpoint of a turn's boundary is left to the next
   * one. The record alone is half of what a commit costs, and as safe.
   */
  default boolean defersCheckpoint() {
    return false;
  }

  /** What a step wants to do. */
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
