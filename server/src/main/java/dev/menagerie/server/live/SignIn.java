package dev.menagerie.server.live;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * Verifies tokens and sign-ins. Methods may wait for the store and throw {@code StoreUnavailable};
 * any thread.
 */
public interface SignIn {
  /** The user, loaded; empty for a token that is not ours, has expired or was revoked. */
  Optional<Identity> verify(String token);

  /** Those of these sign-ins that have not ended, as the store knows now; nothing is cached. */
  Set<String> alive(Collection<String> sessions);
}
