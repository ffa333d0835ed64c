package dev.menagerie.server.chat;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The store of what players said. Any thread; waits for the store and throws {@code
 * StoreUnavailable}.
 */
public interface ChatLog {
  /** Messages of one game at most; later ones are refused. */
  int MAX_PER_GAME = 500;

  /** Messages that {@link #by} returns at most. */
  int MAX_LISTED = 1_000;

  /**
   * A message.
   *
   * @param id rises with every message
   */
  record ChatMessage(long id, GameId game, UserId user, Instant at, ChatText text) {
    /** Without the text, which is private. */
    @Override
    public String toString() {
      return "ChatMessage[" + id + "]";
    }
  }

  /** Keeps a message; empty: the game has as many as allowed. */
  Optional<ChatMessage> add(GameId game, UserId user, ChatText text);

  /** The messages of a game, the oldest first. */
  List<ChatMessage> of(GameId game);

  /** The messages of a user, the latest first; at most {@link #MAX_LISTED}. */
  List<ChatMessage> by(UserId user);
}
