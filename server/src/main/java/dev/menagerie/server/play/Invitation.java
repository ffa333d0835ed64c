package dev.menagerie.server.play;

import dev.menagerie.server.game.LobbyListing;
import dev.menagerie.server.game.UserId;

/** Who may take the second seat. */
public sealed interface Invitation {
  /** Whoever knows the code; of a listed game, whoever comes first. */
  record Open(String code, LobbyListing listing) implements Invitation {
    @Override
    public String toString() {
      return "Open[" + listing + "]";
    }
  }

  /** One user. */
  record User(UserId user) implements Invitation {}

  /** Nobody: a bot sits there. */
  record House() implements Invitation {}
}
