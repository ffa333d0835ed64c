package dev.menagerie.server.journal;

import dev.menagerie.server.background.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the journal is behind the commits: what would be lost with the store and this node
 * together. Measured by the store's time alone. Safe for use by all threads.
 */
public final class JournalLag {
  /** The objective for 99 of 100 commits; an alarm ends when all wait less. */
  static final Duration OBJECTIVE = Duration.ofMillis(250);

  /** Four times the objective. */
  public static final Duration ALARM = OBJECTIVE.multipliedBy(4);

  /** Shortest time between two alarms about the same lag. */
  private static final Duration BETWEEN_ALARMS = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(JournalLag.class);

  private final List<Consumer<Duration>> observers = new CopyOnWriteArrayList<>();
  private final AtomicLong alarmedAt = new AtomicLong();
  private final Ticker ticker;
  private volatile boolean alarmed;
  private volatile Duration oldest = Duration.ZERO;
  private volatile long waiting;

  JournalLag(Ticker ticker) {
    this.ticker = ticker;
  }

  /** The observer hears how long each entry waited, when it has been journaled. */
  public void observe(Consumer<Duration> observer) {
    observers.add(observer);
  }

  /** The age of the oldest entry at the last check. */
  public Duration oldest() {
    return oldest;
  }

  /** How many entries waited then. */
  public long waiting() {
    return waiting;
  }

  /** Whether the journal was more than {@link #ALARM} behind, and has not caught up since. */
  public boolean isAlarming() {
    return alarmed;
  }

  void journaled(Duration waited) {
    observers.forEach(observer -> observer.accept(waited));
    if (waited.compareTo(ALARM) > 0) alarm(waited);
  }

  void waits(Duration age, long entries) {
    oldest = age;
    waiting = entries;
    if (age.compareTo(ALARM) > 0) {
      alarm(age);
    } else if (alarmed && age.compareTo(OBJECTIVE) <= 0) {
      alarmed = false;
      LOG.warn("the journal has caught up: {} commits wait", entries);
    }
  }

  private void alarm(Duration behind) {
    long now = ticker.nanos();
    long last = alarmedAt.get();
    boolean due = !alarmed || now - last > BETWEEN_ALARMS.toNanos();
    alarmed = true;
    if (due && alarmedAt.compareAndSet(last, now)) {
      LOG.error("ALARM: the journal is {} ms behind, {} commits wait", behind.toMillis(), waiting);
    }
  }
}
