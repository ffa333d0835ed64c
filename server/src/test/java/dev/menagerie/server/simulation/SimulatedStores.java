package dev.menagerie.server.simulation;

import dev.menagerie.server.StoreUnavailable.Store;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.InMemoryGameJournal;
import dev.menagerie.server.game.InMemoryGameStore;
import dev.menagerie.server.game.JournalEntry;
import dev.menagerie.server.replay.ReplayComposer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Both stores, their processes, and what became of the data in them. */
final class SimulatedStores {
  private static final int OUTBOX_BOUND = 4_096;

  final Timeline timeline;
  final InMemoryGameStore games;
  final InMemoryGameJournal journal;
  final StoreHost redis = new StoreHost(Store.REDIS);
  final StoreHost postgres = new StoreHost(Store.POSTGRES);
  final RecoveryLock lock = new RecoveryLock();
  final SignsOfLife signs;
  final Witnesses witnesses = new Witnesses();
  final List<JournalEntry> lost = new ArrayList<>();

  SimulatedStores(Timeline timeline) {
    this.timeline = timeline;
    signs = new SignsOfLife(timeline);
    games = new InMemoryGameStore(timeline::instant, OUTBOX_BOUND);
    journal = new InMemoryGameJournal(timeline::instant, new ReplayComposer("simulation"));
  }

  /** Lets the store lose data, and notes which commits only nodes know from then on. */
  void lose(Runnable loss) {
    var before = games.waiting();
    loss.run();
    var left = new HashSet<>(games.waiting());
    int count = 0;
    for (var entry : before) {
      if (left.contains(entry) || isJournaled(entry)) continue;
      lost.add(entry);
      count++;
    }
    timeline.note("the store lost " + count + " commits that were not journaled");
  }

  private boolean isJournaled(JournalEntry entry) {
    return journal.rows(entry.game()).stream().anyMatch(row -> row.head().equals(entry.head()));
  }

  /** Whether commits of a game are lost for good, or will be unless a node hands them in. */
  boolean hasLost(GameId game) {
    return lost.stream().anyMatch(entry -> entry.game().equals(game) && !isJournaled(entry));
  }
}
