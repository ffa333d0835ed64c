package dev.menagerie.server.game;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A running game as the store has it: a snapshot and the records after it.
 *
 * @param snapshotVersion the version of the snapshot
 * @param since the records after the snapshot up to the head, in order
 * @param now the store's time when it was read
 */
public record StoredGame(
    GameId game,
    String header,
    Head head,
    long snapshotVersion,
    String snapshot,
    List<StoredRecord> since,
    GameClock clock,
    Optional<Ending> ending,
    Instant now) {
  public StoredGame {
    since = List.copyOf(since);
    if (snapshotVersion + since.size() != head.version()) {
      throw new IllegalArgumentException("records missing between snapshot and head of " + game);
    }
  }

  @Override
  public String toString() {
    return "Loaded[" + game + " at " + head + "]";
  }
}
