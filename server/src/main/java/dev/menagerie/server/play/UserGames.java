package dev.menagerie.server.play;

import dev.menagerie.server.GameUnavailable;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.game.MessageId;
import dev.menagerie.server.game.UserId;

/**
 * Takes users out of their unfinished games: waiting games are closed, others resigned. Any thread;
 * waits for the stores.
 */
public record UserGames(Games games, Lobby lobby, GameStore store) {
  private static final MessageId REASON = new MessageId("account-deleted");

  /** Ends all unfinished games of a user. */
  public void leaveAll(UserId user) {
    for (var id : store.activeGamesOf(user)) leave(id, user);
  }

  private void leave(GameId id, UserId user) {
    try {
      var found = games.find(id, user);
      if (found.isEmpty()) return;
      if (found.get().game().moment().state().isEmpty()) {
        var _ = lobby.cancel(id, user);
      } else {
        found.get().seat().ifPresent(seat -> games.resign(id, seat, REASON));
      }
    } catch (GameUnavailable elsewhere) {
      // Its clock ends a game that this node cannot load.
    }
  }
}
