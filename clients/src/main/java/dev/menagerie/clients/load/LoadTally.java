package dev.menagerie.clients.load;

import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * The counters of a load. Used on the clients' event loop; a {@link #snapshot} may be used
 * anywhere.
 */
final class LoadTally {
  /** Slower than this counts as this; a client gives up long before. */
  private static final long SLOWEST_NANOS = 120_000_000_000L;

  private static final int DIGITS = 3;

  private final Histogram acknowledged = new Histogram(SLOWEST_NANOS, DIGITS);
  private final Histogram opponentDelay = new Histogram(SLOWEST_NANOS, DIGITS);
  private final Map<String, Long> errors = new TreeMap<>();
  private long actions;
  private long bytes;
  private long finished;

  /** An action took effect, with its delay. */
  void acted(long nanos) {
    actions++;
    acknowledged.recordValue(Math.min(nanos, SLOWEST_NANOS));
  }

  /** Counts the delay between an action and the opponent's message about it. */
  void opponentDelay(long nanos) {
    opponentDelay.recordValue(Math.min(nanos, SLOWEST_NANOS));
  }

  void received(int length) {
    bytes += length;
  }

  void finished() {
    finished++;
  }

  void failed(String what) {
    errors.merge(what, 1L, Long::sum);
  }

  /** Resets the counters after the warm-up. */
  void clear() {
    acknowledged.reset();
    opponentDelay.reset();
    errors.clear();
    actions = 0;
    bytes = 0;
    finished = 0;
  }

  /** The counts as they are now, with the number of actions that are due and wait for a player. */
  Counted snapshot(int waiting) {
    return new Counted(
        actions,
        waiting,
        bytes,
        finished,
        new TreeMap<>(errors),
        acknowledged.copy(),
        opponentDelay.copy());
  }

  /** Counts as they stood at one moment. */
  record Counted(
      long actions,
      long waiting,
      long bytes,
      long finished,
      Map<String, Long> errors,
      Histogram acknowledged,
      Histogram opponentDelay) {

    /** The counts of two generators together. */
    Counted plus(Counted other) {
      var all = new TreeMap<>(errors);
      other.errors.forEach((what, count) -> all.merge(what, count, Long::sum));
      return new Counted(
          actions + other.actions,
          waiting + other.waiting,
          bytes + other.bytes,
          finished + other.finished,
          all,
          sum(acknowledged, other.acknowledged),
          sum(opponentDelay, other.opponentDelay));
    }

    /** How many things went wrong. */
    long failures() {
      return errors.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Histogram sum(Histogram one, Histogram other) {
      var sum = one.copy();
      sum.add(other);
      return sum;
    }
  }
}
