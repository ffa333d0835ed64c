package dev.menagerie.server.players;

import dev.menagerie.server.game.UserId;
import java.time.Instant;
import java.util.List;

/** Finds users. Any thread; waits for the store and throws {@code StoreUnavailable}. */
public interface PlayerSearch {
  /** Users that one search finds; a longer name finds the others. */
  int MAX_FOUND = 20;

  /** Recent opponents in the list. */
  int MAX_OPPONENTS = 50;

  /** A recent opponent. */
  record Opponent(UserId user, String name, int games, Instant lastPlayedAt) {}

  /**
   * Registered users who can be found, by the beginning of their name; without those who block the
   * caller or are blocked by the caller.
   *
   * @param key the beginning of a name as names are compared
   */
  List<Relations.Known> find(UserId asker, String key);

  /** A user's opponents, the latest first; none with a block between them. */
  List<Opponent> opponentsOf(UserId user);

  /** Whether a user is found by name. */
  boolean isFindable(UserId user);

  /** Sets whether a user is found by name. */
  void setFindable(UserId user, boolean findable);
}
