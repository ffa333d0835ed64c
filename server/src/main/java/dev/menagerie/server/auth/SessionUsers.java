package dev.menagerie.server.auth;

import java.util.Optional;

/** Looks up whose session it is. Blocks; throws {@code StoreUnavailable}; any thread. */
@FunctionalInterface
public interface SessionUsers {
  /** The user of a session that is alive. */
  Optional<User> userOf(String session);
}
