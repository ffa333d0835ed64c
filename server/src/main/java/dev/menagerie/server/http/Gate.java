package dev.menagerie.server.http;

import java.util.Optional;

/** Tells who a bearer token belongs to. */
@FunctionalInterface
public interface Gate {
  /** Empty: the token is not good, for whatever reason. */
  Optional<SignedIn> identify(String token);
}
