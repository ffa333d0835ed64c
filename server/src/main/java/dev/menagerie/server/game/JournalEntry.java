package dev.menagerie.server.game;

import java.time.Instant;
import java.util.Optional;

/** One commit on its way into the journal, complete: nothing else is needed to keep it. */
public record JournalEntry(GameId game, Head head, Instant at, Entry entry, GameClock clock) {

  /** The order in which entries of any games are written. */
  public static int inOrder(JournalEntry a, JournalEntry b) {
    int byGame = a.game.value().compareTo(b.game.value());
    if (byGame != 0) return byGame;
    int byEpoch = Integer.compare(a.head.epoch(), b.head.epoch());
    return byEpoch != 0 ? byEpoch : Long.compare(a.head.version(), b.head.version());
  }

  /** How the entry ends the game; empty if the game goes on. */
  public Optional<Ending> ending() {
    return entry.ending();
  }

  @Override
  public String toString() {
    return "JournalEntry[" + game + " " + head + "]";
  }
}
