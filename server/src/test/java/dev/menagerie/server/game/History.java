package dev.menagerie.server.game;

import dev.menagerie.server.archive.GameHistory;
import dev.menagerie.server.archive.HistoryComposer;
import dev.menagerie.server.archive.HistoryRow;
import dev.menagerie.server.archive.ReplayData;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Commits of one game as a store would have made them, for tests of what keeps them. */
public final class History {
  /** Each game of a test run begins a second after the one before. */
  private static final AtomicInteger GAMES = new AtomicInteger();

  private final NewGame game;
  private final List<JournalEntry> entries = new ArrayList<>();
  private Head head;
  private Instant at;
  private GameClock clock;

  public History(NewGame game) {
    this.game = game;
    this.head = game.head();
    this.at = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(GAMES.incrementAndGet());
    this.clock = GameClock.NONE.after(game.clock(), at);
  }

  /** A composer for these games; it reports how many rows it got. */
  public static final HistoryComposer COMPOSER =
      (game, header, rows, last, ending) ->
          new GameHistory(
              new ReplayData(
                  "{\"preset\":\"standard\"}",
                  "[]",
                  "seed of " + game,
                  "{\"actions\":" + rows.size() + "}",
                  "[\"" + rows.getLast().version() + "\"]",
                  "{\"reason\":\"" + ending.reason() + "\"}",
                  "1",
                  "1"),
              List.of());

  /** The part of a row that a composer gets. */
  public static HistoryRow row(JournalRow row) {
    return new HistoryRow(row.head().epoch(), row.head().version(), row.at(), row.record());
  }

  public GameId id() {
    return game.id();
  }

  public Head head() {
    return head;
  }

  public JournalEntry add(Entry entry) {
    at = at.plus(Duration.ofMillis(7));
    head = head.after(entry.record());
    clock = clock.after(entry.clock(), at);
    var made = new JournalEntry(game.id(), head, at, entry, clock);
    entries.add(made);
    return made;
  }

  public JournalEntry end(UserId... players) {
    var indexEntry = Games.indexEntry(LifecycleStatus.FINISHED, 9, players);
    return add(
        Games.asked(1, "resign")
            .with(new Checkpoint("{\"final\":true}", indexEntry))
            .with(new ClockOp.Stop())
            .ending(new Ending("resigned", Optional.of(players[0]))));
  }

  /** Goes on where a restore put the game. */
  public void continueAt(Head restored) {
    head = restored;
  }

  public List<JournalEntry> entries() {
    return List.copyOf(entries);
  }
}
