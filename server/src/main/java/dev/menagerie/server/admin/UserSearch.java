package dev.menagerie.server.admin;

import dev.menagerie.server.game.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Users as operators look for them. All methods block, and throw {@code StoreUnavailable} when the
 * store cannot be reached.
 */
public interface UserSearch {
  /** Upper bound on the rows of one answer. */
  int MAX_ROWS = 50;

  /** Users by the beginning of their name, in any case; registered ones first. */
  List<Row> named(String beginning);

  /** One user. */
  Optional<Row> user(UserId user);

  /**
   * A user.
   *
   * @param banned whether a ban is in force
   */
  record Row(String userId, String name, boolean registered, Instant createdAt, boolean banned) {}
}
