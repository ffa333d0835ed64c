package dev.menagerie.server.archive;

import dev.menagerie.server.game.Ending;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameIndexEntry;
import dev.menagerie.server.game.Head;
import java.time.Duration;
import java.time.Instant;

/** A finished game with its replay data. It never changes. */
public record FinishedGame(
    GameId game,
    GameIndexEntry indexEntry,
    Head head,
    Ending ending,
    Instant startedAt,
    Instant endedAt,
    Duration duration,
    ReplayData chronicle,
    String finalState) {
  /** The game as a list shows it. */
  public FinishedSummary summary() {
    return new FinishedSummary(
        game, indexEntry, head.version(), ending, startedAt, endedAt, duration);
  }

  @Override
  public String toString() {
    return "FinishedGame[" + game + " " + ending.reason() + "]";
  }
}
