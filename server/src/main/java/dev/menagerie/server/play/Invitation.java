package dev.menagerie.server.play;

import dev.menagerie.server.game.LobbyListing;
import dev.menagerie.server.game.UserId;

/** Who may take the second seat of a game. */
public sealed interface Invitation {
  /** Any user who knows the code; for a listed game, any user. */
  record Open(String code, LobbyListing listing) implements Invitation {
    @Override
    public String toString() {
      return "Open[" + listing + "]";
    }
  }

  /** One user. */
  record User(UserId user) implements Invitation {}

  /** A bot has the second seat, so no user can join. */
  record House() implements Invitation {}
}
