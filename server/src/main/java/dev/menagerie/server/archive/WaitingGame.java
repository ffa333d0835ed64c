package dev.menagerie.server.archive;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameIndexEntry;
import dev.menagerie.server.game.UserId;
import java.time.Instant;

/** A game that waits for its second player. */
public record WaitingGame(GameId game, GameIndexEntry indexEntry, Instant createdAt) {
  /** Its only player so far. */
  public UserId creator() {
    return indexEntry.players().getFirst();
  }
}
