package dev.menagerie.server.auth;

import java.time.Instant;
import java.util.Optional;

/** A sign-in that a ban refuses; the password or token was good. */
public final class Banned extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Optional<Instant> until;

  Banned(Ban ban) {
    super("banned", null, false, false); // a response, not a fault: no stack trace
    this.until = ban.until();
  }

  /** When the user may sign in again; empty: never. */
  Optional<Instant> until() {
    return until;
  }
}
