package dev.menagerie.server.auth;

import dev.menagerie.server.game.UserId;

/** A user, guest or registered. */
public record User(UserId id, String name, Kind kind) {
  /** Whether a user can sign in again. */
  public enum Kind {
    /** Lost with the last refresh token. */
    GUEST,
    /** With a name of their own, and a password or an identity at a provider. */
    REGISTERED
  }
}
