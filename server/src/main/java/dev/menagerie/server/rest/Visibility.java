package dev.menagerie.server.rest;

import dev.menagerie.server.game.Audience;
import dev.menagerie.server.game.GameIndexEntry;
import dev.menagerie.server.game.UserId;

/**
 * Who may see a game that has been joined: everyone if it is public, its players if it is private.
 */
final class Visibility {
  private Visibility() {}

  static boolean maySee(GameIndexEntry game, UserId user) {
    return game.audience() == Audience.PUBLIC || game.players().contains(user);
  }
}
