package dev.menagerie.server.redis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The store's time as this node estimates it: its own clock, corrected by the store's last reply.
 * All times that clients get are of this clock, because deadlines are the store's. Safe for use by
 * all threads; reading it never waits.
 */
public final class StoreClock extends Clock {
  /** Longest round trip of a usable reply: a slower one is too inexact. */
  private static final Duration MAX_ROUND_TRIP = Duration.ofMillis(250);

  private final InstantSource node;
  private volatile Duration ahead = Duration.ZERO;
  private volatile boolean corrected;

  /**
   * @param node this machine's clock, which may be wrong by any time but runs evenly
   */
  public StoreClock(InstantSource node) {
    this.node = node;
  }

  @Override
  public Instant instant() {
    return node.instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    InstantSource source = () -> instant();
    return source.withZone(zone);
  }

  /** Asks the store for its time; throws {@code StoreUnavailable} when it does not answer. */
  public void correct(RedisLink link) {
    var asked = node.instant();
    var store = link.time();
    var replied = node.instant();
    observe(asked, store, replied);
  }

  /** Takes one answer of the store's time, with this machine's time before and after it. */
  void observe(Instant asked, Instant store, Instant replied) {
    var took = Duration.between(asked, replied);
    if (took.isNegative()) return;
    // The first answer is better than none, however slow.
    if (corrected && took.compareTo(MAX_ROUND_TRIP) > 0) return;
    ahead = Duration.between(asked.plus(took.dividedBy(2)), store);
    corrected = true;
  }
}
