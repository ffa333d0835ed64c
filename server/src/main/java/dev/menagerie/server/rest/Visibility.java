package dev.menagerie.server.rest;

import dev.menagerie.server.game.Audience;
import dev.menagerie.server.game.FinishedGame;
import dev.menagerie.server.game.UserId;

/** Who may see a finished game: of a public one everybody, of a private one its players. */
final class Visibility {
  private Visibility() {}

  static boolean maySee(FinishedGame game, UserId user) {
    return game.standing().audience() == Audience.PUBLIC
        || game.standing().players().contains(user);
  }
}
