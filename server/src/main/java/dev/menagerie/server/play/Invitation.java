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

  /** No user: the server seats the second player, a bot or an opponent that it found. */
  record House() implements Invitation {}
}
