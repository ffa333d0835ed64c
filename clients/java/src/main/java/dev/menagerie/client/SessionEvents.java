package dev.menagerie.client;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a session tells its program. Methods are called one after the other, on one thread. */
public interface SessionEvents {
  /** A commit was made; in full mode the state after it follows with {@link #state}. */
  default void commit(Commit commit) {}

  /**
   * The whole state came: after a join, and after each commit in full mode.
   *
   * @param missed the commits since the last known state, as far as the server has them
   * @param resync commits may be missing; the state is all there is
   */
  default void state(GameState state, List<Commit> missed, boolean resync) {}

  /** The game is over; {@code message} has {@code winner_id}, {@code end_reason} and more. */
  default void gameOver(JsonNode message) {}

  /** Any other message of the server, such as {@code game:turn_timeout}. */
  default void message(String event, JsonNode message) {}

  /** The session ended for good; {@code code} is that of {@link SessionClosed#code}. */
  default void closed(String code, String message) {}
}
