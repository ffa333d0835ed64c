package dev.menagerie.server.journal;

import dev.menagerie.server.GameUnavailable;
import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.background.Ticker;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameJournal;
import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.JournalEntry;
import dev.menagerie.server.game.Outbox;
import dev.menagerie.server.game.Partition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries commits from the outboxes into the journal, in order, and removes exactly what the
 * journal has. Safe to run anywhere and repeatedly: two drainers of one partition only waste work.
 * {@link OutboxRelay} decides when it runs.
 */
public final class Drainer {
  /** Rows of one transaction: some 700 KB, a few dozen milliseconds. */
  public static final int BATCH = 512;

  /** Rows of one partition in a transaction, so that a busy one does not delay the others. */
  public static final int OF_ONE_PARTITION = 100;

  /** Further entries read where the journal refuses games, to get past the entries of those. */
  private static final int PAST_STUCK = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(Drainer.class);
  private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

  /** How often the log repeats why a game is refused. */
  private static final Duration LOG_REFUSED = Duration.ofMinutes(1);

  private final Outbox outbox;
  private final GameJournal journal;
  private final GameStore store;
  private final List<Consumer<JournalEntry>> observers = new CopyOnWriteArrayList<>();
  private final Ticker ticker;
  private final JournalLag lag;

  /**
   * Fair: a caller that waits for the end of a game waits for one batch of the loop, not for all.
   */
  private final ReentrantLock draining = new ReentrantLock(true);

  private final Set<GameId> stuck = ConcurrentHashMap.newKeySet();

  /** When the log last said why a game is refused, by the ticker. */
  private final Map<GameId, Long> logged = new ConcurrentHashMap<>();

  private final AtomicLong journaled = new AtomicLong();
  private final AtomicLong contradictions = new AtomicLong();

  /**
   * Carries entries from this outbox into this journal.
   *
   * @param store removes what the journal has from its games
   */
  public Drainer(Outbox outbox, GameJournal journal, GameStore store) {
    this(outbox, journal, store, Ticker.SYSTEM);
  }

  /** The same, with a ticker of the caller's choice. */
  public Drainer(Outbox outbox, GameJournal journal, GameStore store, Ticker ticker) {
    this.ticker = ticker;
    this.lag = new JournalLag(ticker);
    this.outbox = outbox;
    this.journal = journal;
    this.store = store;
  }

  /** How far the journal is behind. */
  public JournalLag lag() {
    return lag;
  }

  /** Sets an observer of every entry that the journal has stored; called on the draining thread. */
  public void observe(Consumer<JournalEntry> observer) {
    observers.add(observer);
  }

  /** How far the journal has come with a game. */
  Optional<Head> head(GameId game) {
    return journal.head(game);
  }

  /** Entries this node has brought into the journal. */
  public long journaled() {
    return journaled.get();
  }

  /** Entries that contradict the journal: an alarm if it is ever not zero. */
  public long contradictions() {
    return contradictions.get();
  }

  /** Games whose entries the journal refuses: an alarm if there are any. */
  public int stuck() {
    return stuck.size();
  }

  /** Empties the outboxes of these partitions as far as the journal takes their entries. */
  public void drain(Set<Partition> partitions) {
    Set<Partition> left = partitions;
    while (!left.isEmpty()) left = drainOnce(left);
  }

  /** The same for as long as the patience lasts; returns the partitions in which there is more. */
  Set<Partition> drain(Set<Partition> partitions, Duration patience) {
    long end = ticker.nanos() + patience.toNanos();
    Set<Partition> left = partitions;
    while (!left.isEmpty() && ticker.nanos() < end) left = drainOnce(left);
    return left;
  }

  /** One batch; returns the partitions in which there is more. */
  private Set<Partition> drainOnce(Set<Partition> partitions) {
    draining.lock();
    try {
      int each = Math.clamp(BATCH / partitions.size(), 1, OF_ONE_PARTITION);
      long began = ticker.nanos();
      var waiting = outbox.oldest(partitions, stuck.isEmpty() ? each : each + PAST_STUCK);
      var movable = movable(waiting, each);
      if (movable.isEmpty()) return Set.of();
      var gone = append(movable.values().stream().flatMap(List::stream).toList());
      var now = waiting.now().plusNanos(ticker.nanos() - began);
      gone.forEach(taken -> lag.journaled(Duration.between(taken.entry().at(), now)));
      return movable.entrySet().stream()
          .filter(entry -> entry.getValue().size() == each)
          .map(Map.Entry::getKey)
          .collect(Collectors.toCollection(TreeSet::new));
    } finally {
      draining.unlock();
    }
  }

  private Map<Partition, List<Outbox.Pending>> movable(Outbox.Waiting waiting, int each) {
    var movable = new TreeMap<Partition, List<Outbox.Pending>>();
    for (var pending : waiting.pending()) {
      if (stuck.contains(pending.entry().game())) continue;
      var own = movable.computeIfAbsent(pending.partition(), _ -> new ArrayList<>());
      if (own.size() < each) own.add(pending);
    }
    return movable;
  }

  /** Returns those that the journal has now. */
  private List<Outbox.Pending> append(List<Outbox.Pending> batch) {
    try {
      journal(batch);
      return batch;
    } catch (StoreUnavailable e) {
      throw e;
    } catch (GameUnavailable newer) {
      return gameByGame(batch);
    } catch (RuntimeException e) {
      LOG.warn(
          "the journal refuses a batch of {}; game by game now: {}", batch.size(), e.toString());
      return gameByGame(batch);
    }
  }

  /** So that one game's mistake keeps no other game out of the journal. */
  private List<Outbox.Pending> gameByGame(List<Outbox.Pending> batch) {
    var games =
        batch.stream()
            .collect(
                Collectors.groupingBy(
                    p -> p.entry().game(), LinkedHashMap::new, Collectors.toList()));
    var gone = new ArrayList<Outbox.Pending>();
    games.forEach((game, own) -> {
      try {
        journal(own);
        gone.addAll(own);
      } catch (StoreUnavailable e) {
        throw e;
      } catch (RuntimeException e) {
        refused(game, e);
      }
    });
    return gone;
  }

  private void refused(GameId game, RuntimeException why) {
    stuck.add(game);
    long now = ticker.nanos();
    @Nullable Long before = logged.get(game);
    if (before != null && now - before < LOG_REFUSED.toNanos()) return;
    logged.put(game, now);
    if (why instanceof GameUnavailable) {
      LOG.error(
          "ALARM: the end of game {} cannot be written by this server: {}. Its entries stay in the"
              + " outbox until a server of the version that stored it writes them",
          game,
          why.getMessage());
    } else LOG.error("the journal refuses game {}", game, why);
  }

  private void journal(List<Outbox.Pending> batch) {
    var appended = journal.append(batch.stream().map(Outbox.Pending::entry).toList());
    journaled.addAndGet(appended.written());
    for (var contradiction : appended.contradictions()) {
      contradictions.incrementAndGet();
      LOG.error("ALARM: two histories of a game: {}", contradiction);
    }
    // Removed last: after a crash in between, the next drainer finds the entry and repeats
    // everything.
    batch.stream()
        .map(Outbox.Pending::entry)
        .filter(entry -> entry.ending().isPresent())
        .forEach(entry -> store.retire(entry.game()));
    outbox.journaled(batch);
    if (!logged.isEmpty()) batch.forEach(taken -> logged.remove(taken.entry().game()));
    for (var taken : batch) observers.forEach(observer -> observer.accept(taken.entry()));
  }

  /** Tries refused games again; a corrected cause needs no restart. */
  void retryStuck() {
    stuck.clear();
  }

  /**
   * Waits until the journal has a game up to a version, draining its partition now rather than
   * later. False when it does not get there in time, or cannot be reached.
   */
  public boolean awaitJournaled(GameId game, long version, Duration patience) {
    long end = ticker.nanos() + patience.toNanos();
    var partition = Set.of(Partition.of(game));
    do {
      try {
        drain(partition);
        if (journal.head(game).filter(head -> head.version() >= version).isPresent()) return true;
      } catch (StoreUnavailable e) {
        LOG.debug("not journaled yet", e);
      }
    } while (ticker.pause(POLL_INTERVAL) && ticker.nanos() < end);
    return false;
  }
}
