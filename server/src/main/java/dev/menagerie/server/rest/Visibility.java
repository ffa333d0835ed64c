package dev.menagerie.server.rest;

import dev.menagerie.server.game.Audience;
import dev.menagerie.server.game.GameIndexEntry;
import dev.menagerie.server.game.UserId;

/**
 * Who may see a game that is being or was played: of a public one everybody, of a private one its
 * players.
 */
final class Visibility {
  private Visibility() {}

  static boolean maySee(GameIndexEntry game, UserId user) {
    return game.audience() == Audience.PUBLIC || game.players().contains(user);
  }
}
