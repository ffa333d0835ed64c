package dev.menagerie.server.recovery;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.StoreUnavailable.Store;
import dev.menagerie.server.background.Ticker;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameJournal;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.game.Outbox;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.game.StoreRun;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.journal.RecentEntries;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a restarted store trustworthy. Every node hands in the entries it remembers; then one node,
 * under a lock, completes the journal, compares every unfinished game with it, restores games that
 * fell behind under a new epoch, and certifies the store's present run.
 */
public final class Recovery implements AutoCloseable {
  /** A node that has been silent for this long is not waited for. */
  public static final Duration SEEN_WITHIN = Duration.ofSeconds(5);

  /** What a node committed earlier is in the journal by now, unless Postgres was unavailable. */
  private static final Duration REMEMBERED = Duration.ofMinutes(10);

  /** Longer than any measured recovery; callers that wait longer get "unavailable" and retry. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Between looks at what another node recovers; each asks a busy store some 70 questions. */
  private static final Duration LOOK_INTERVAL = Duration.ofMillis(200);

  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  private final Restoration store;
  private final JournalComparison comparison;
  private final PartitionOpening opening;
  private final RecoveryProgress progress;
  private final RecoveryLedger ledger;
  private final HandIn handIn;
  private final NodeId node;
  private final Duration patience;
  private final Ticker ticker;
  private final RecoveryTrigger trigger = new RecoveryTrigger(this::recover);
  private final ReentrantLock here = new ReentrantLock();
  private final AtomicLong lost = new AtomicLong();

  /** A recovery that is not started yet. */
  public Recovery(
      Restoration store,
      Outbox outbox,
      GameJournal journal,
      RecoveryLedger ledger,
      RecentEntries recent,
      NodeId node) {
    this(store, outbox, journal, ledger, recent, node, Ticker.SYSTEM);
  }

  /** A recovery whose pauses are this ticker's. */
  public Recovery(
      Restoration store,
      Outbox outbox,
      GameJournal journal,
      RecoveryLedger ledger,
      RecentEntries recent,
      NodeId node,
      Ticker ticker) {
    this(store, outbox, journal, ledger, recent, node, PATIENCE, ticker);
  }

  Recovery(
      Restoration store,
      Outbox outbox,
      GameJournal journal,
      RecoveryLedger ledger,
      RecentEntries recent,
      NodeId node,
      Duration patience,
      Ticker ticker) {
    this.patience = patience;
    this.ticker = ticker;
    this.progress = new RecoveryProgress(ticker);
    this.store = store;
    this.comparison = new JournalComparison(store, outbox, journal, ledger);
    this.opening = new PartitionOpening(store::preferred);
    this.ledger = ledger;
    this.handIn = new HandIn(ledger, recent, node, ticker);
    this.node = node;
    // A reconnection may mean a restart: the recovering node waits for this node's entries.
    store.onReconnect(trigger::request);
  }

  /**
   * Records that this node is alive, so that a recovery waits for its entries. Call it every
   * second; it asks the ledger alone, as a store that does not answer must not delay it.
   */
  public void alive() {
    ledger.alive(node);
  }

  /**
   * Notices a restart or deletion of the store that left connections open, and tries again what
   * failed. Call it every second.
   */
  public void watch() {
    if (handIn.isAnotherRun(store.run())) trigger.request();
    trigger.retry();
  }

  /** Recovers in the background; whatever is asked for meanwhile is opened first. */
  public void begin() {
    trigger.request();
  }

  /** How far the recovery has come. */
  public RecoveryProgress progress() {
    return progress;
  }

  /**
   * Refuses a store that was certified against another journal. To be called before the first
   * recovery of a node.
   *
   * @throws MismatchedStores if they are not of one installation
   */
  public void requirePair() {
    for (var partition : Partition.all()) {
      var certified = store.certified(partition).map(Recovery::incarnation);
      if (certified.isPresent()
          && !certified.equals(ledger.certified(partition).map(Recovery::incarnation))) {
        throw new MismatchedStores();
      }
    }
  }

  /** What names the data: it stays the same over restarts of the store's process. */
  private static String incarnation(String run) {
    return run.substring(run.indexOf('-') + 1);
  }

  /**
   * Restores one game that the journal knows as unfinished and the store does not have: its key was
   * evicted or deleted. False if there is nothing to restore.
   *
   * @throws StoreUnavailable if another node is recovering at the moment
   */
  public boolean restoreMissing(GameId game) {
    if (ledger.unfinished(game).isEmpty()) return false;
    here.lock();
    try {
      var restored = new AtomicBoolean();
      if (!ledger.exclusively(() -> restored.set(comparison.restoreIfMissing(game)))) {
        throw new StoreUnavailable(
            Store.REDIS, new IllegalStateException("it is being recovered elsewhere"));
      }
      return restored.get();
    } finally {
      here.unlock();
    }
  }

  /** Acknowledged commits that this node has seen lost: an alarm if it is ever not zero. */
  public long lost() {
    return lost.get();
  }

  /**
   * Declares every other node dead, so that a recovery waits for none: these stores belong to this
   * server alone.
   */
  public void discardOtherNodes() {
    ledger.discardOtherNodes(node);
  }

  /**
   * Returns once every partition is certified for the store's present run; at once if they are.
   * Throws {@link StoreUnavailable} when that cannot be had now.
   */
  public void recover() {
    here.lock();
    try {
      long end = ticker.nanos() + patience.toNanos();
      while (!recovered()) {
        if (ticker.nanos() >= end || !ticker.pause(LOOK_INTERVAL)) {
          throw new StoreUnavailable(
              Store.REDIS, new IllegalStateException("it is being recovered elsewhere"));
        }
      }
    } finally {
      here.unlock();
    }
  }

  /**
   * Returns once this partition is certified, which may be long before all of them are: those that
   * are asked for are opened first. The work is done in the background, so that no caller has to
   * stay until the last one is open. Throws {@link StoreUnavailable} when that cannot be had now.
   */
  public void recover(Partition partition) {
    long end = ticker.nanos() + patience.toNanos();
    long failures = trigger.failures();
    store.prefer(partition);
    trigger.request();
    while (!comparison.isCertified(partition)) {
      if (trigger.failures() != failures
          || ticker.nanos() >= end
          || !progress.awaitChange(partition, LOOK_INTERVAL)) {
        throw new StoreUnavailable(Store.REDIS, new IllegalStateException("it is being recovered"));
      }
    }
  }

  /** Opens the partitions of this user's unfinished games, if a recovery is under way. */
  public void recover(UserId user) {
    if (!progress.isRecovering()) return;
    ledger.unfinishedOf(user).stream().map(Partition::of).distinct().forEach(this::recover);
  }

  private boolean recovered() {
    var run = store.run();
    boolean handedInLate = handIn.before(run) && uncertified(run).isEmpty();
    if (handedInLate) setAside(run);
    var closed = uncertified(run);
    if (!progress.covers(closed)) progress.begin(closed, ledger.gamesIn(closed));
    if (!closed.isEmpty() && ledger.exclusively(() -> compare(run))) {
      closed = uncertified(store.run());
    }
    progress.left(closed);
    return closed.isEmpty();
  }

  private Set<Partition> uncertified(StoreRun run) {
    var partitions = new TreeSet<>(Partition.all());
    partitions.removeAll(store.certified(run));
    return partitions;
  }

  private void recordLost(int commits) {
    if (commits == 0) return;
    lost.addAndGet(commits);
    LOG.error("ALARM: {} acknowledged commits are lost; they are in game_journal_tails", commits);
  }

  private void compare(StoreRun run) {
    handIn.awaitOthers(run, SEEN_WITHIN);
    // Before the adoption: what a node remembers may continue entries that only the outbox has.
    comparison.drain(ledger.handedIn());
    var partitions = uncertified(run);
    // If everything in the store was deleted after this run was read, every partition looks
    // uncertified. The other nodes have not handed in for the new run yet: begin again with it.
    if (partitions.isEmpty() || !store.run().equals(run)) return;
    long began = ticker.nanos();
    var adopted = ledger.adopt(run.id(), SEEN_WITHIN);
    recordLost(adopted.orphaned());
    // First here: a store certified for a run that its journal never heard of is another one's.
    ledger.certified(partitions, run, node);
    boolean isComplete = ledger.awaited(run.id(), REMEMBERED).isEmpty();
    int restored = opening.open(partitions, partition -> open(partition, run, isComplete));
    if (!uncertified(run).isEmpty()) return; // restarted again: the next round compares
    setAside(run); // nodes that were not waited for may have handed in during the comparison
    LOG.info(
        "store run {} certified: {} games restored, {} commits adopted, {} ms",
        run.id(),
        restored,
        adopted.adopted(),
        Duration.ofNanos(ticker.nanos() - began).toMillis());
  }

  /** What the outboxes still have is not lost: it is brought into the journal first. */
  private void setAside(StoreRun run) {
    comparison.drain(ledger.handedIn());
    recordLost(ledger.setAside(run.id(), SEEN_WITHIN));
  }

  /** How many games of the partition had to be restored; it takes commits from then on. */
  private int open(Partition partition, StoreRun run, boolean isComplete) {
    int restored = comparison.compare(partition, isComplete);
    if (store.certify(partition, run)) progress.opened(partition);
    return restored;
  }

  @Override
  public void close() {
    trigger.close();
    try {
      ledger.gone(node);
    } catch (StoreUnavailable e) {
      LOG.debug("this node is still registered; its registration expires", e);
    }
  }
}
