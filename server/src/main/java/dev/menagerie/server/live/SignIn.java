package dev.menagerie.server.live;

import java.util.Optional;

/** Tells who the bearer of a token is. May wait for the store; throws StoreUnavailable. */
@FunctionalInterface
public interface SignIn {
  /** The user, loaded; empty for a token that is not ours, has run out or was revoked. */
  Optional<Identity> verify(String token);
}
