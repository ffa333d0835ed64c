package dev.menagerie.server.auth;

import dev.menagerie.server.game.UserId;

/** Somebody who plays here. */
public record User(UserId id, String name, Kind kind) {
  /** How somebody came here. */
  public enum Kind {
    /** Without a password: gone with the last refresh token. */
    GUEST,
    REGISTERED
  }
}
