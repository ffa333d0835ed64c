package dev.menagerie.server.auth;

import dev.menagerie.server.game.UserId;

/** A user, guest or registered. */
public record User(UserId id, String name, Kind kind) {
  /** Whether a user has a password. */
  public enum Kind {
    /** Without a password: lost with the last refresh token. */
    GUEST,
    /** With a name of their own and a password. */
    REGISTERED
  }
}
