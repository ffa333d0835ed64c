package dev.menagerie.server.http;

import java.util.Optional;

/** Identifies the user of a bearer token. */
@FunctionalInterface
public interface Authenticator {
  /** The user, or empty if the token is not valid. May wait. */
  Optional<AuthenticatedCaller> identify(String token);
}
