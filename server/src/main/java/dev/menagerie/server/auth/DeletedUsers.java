package dev.menagerie.server.auth;

import dev.menagerie.server.game.UserId;
import java.util.List;
import java.util.Optional;

/**
 * The store's side of deleting users. Their games stay under a common name. Any thread; waits for
 * the store and throws {@code StoreUnavailable}.
 */
public interface DeletedUsers {
  /** The name that every deleted user has in games; it is reserved. */
  String NAME = "Deleted user";

  /**
   * Deletes a user with decks, sessions, ratings and everything else that is personal.
   *
   * @return the sessions that ended with it; empty: there is no such user
   */
  Optional<List<String>> delete(UserId user);

  /**
   * Replaces the names of deleted users in finished games; at most some hundred games in one call.
   * To be called again until nothing is left, and now and then for games that ended since.
   *
   * @return how many games were changed
   */
  int anonymize();
}
