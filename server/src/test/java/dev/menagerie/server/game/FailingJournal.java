package dev.menagerie.server.game;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.StoreUnavailable.Store;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** A journal that can be away or slow, and that may refuse some games. */
public final class FailingJournal implements GameJournal {
  private final GameJournal journal;
  private final Map<GameId, RuntimeException> refused = new ConcurrentHashMap<>();
  private final AtomicInteger largest = new AtomicInteger();
  private final Semaphore gate = new Semaphore(Short.MAX_VALUE);
  private volatile boolean away;

  public FailingJournal(GameJournal journal) {
    this.journal = journal;
  }

  public void goAway() {
    away = true;
  }

  public void comeBack() {
    away = false;
  }

  /** Writing waits from now on. */
  public void holdUp() {
    gate.drainPermits();
  }

  public boolean isHeldUp() {
    return gate.hasQueuedThreads();
  }

  public void letGo() {
    gate.release(Short.MAX_VALUE);
  }

  public void refuse(GameId game) {
    refuse(game, new IllegalStateException("refused"));
  }

  public void refuse(GameId game, RuntimeException why) {
    refused.put(game, why);
  }

  public void acceptAll() {
    refused.clear();
  }

  /** The size of the largest batch seen. */
  public int largestBatch() {
    return largest.get();
  }

  @Override
  public Creation create(NewGame game, Optional<CreationKey> key, CreationLimits limits) {
    requireThere();
    return journal.create(game, key, limits);
  }

  @Override
  public List<GameId> untouched(Duration age, int limit) {
    requireThere();
    return journal.untouched(age, limit);
  }

  @Override
  public void discard(GameId game) {
    requireThere();
    journal.discard(game);
  }

  @Override
  public Appended append(List<JournalEntry> entries) {
    requireThere();
    gate.acquireUninterruptibly();
    largest.accumulateAndGet(entries.size(), Math::max);
    for (var entry : entries) {
      var why = refused.get(entry.game());
      if (why != null) throw why;
    }
    return journal.append(entries);
  }

  @Override
  public Optional<Head> head(GameId game) {
    requireThere();
    return journal.head(game);
  }

  @Override
  public List<JournalRow> rows(GameId game) {
    requireThere();
    return journal.rows(game);
  }

  @Override
  public List<StoredRecord> recordsAfter(GameId game, int epoch, long version, int limit) {
    requireThere();
    return journal.recordsAfter(game, epoch, version, limit);
  }

  @Override
  public Optional<Commit> reply(GameId game, Request request) {
    requireThere();
    return journal.reply(game, request);
  }

  private void requireThere() {
    if (away) throw new StoreUnavailable(Store.POSTGRES, new IllegalStateException("away"));
  }
}
