package dev.menagerie.clients.load;

import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Gives actions that are due to players who may act. An action that finds no such player waits, and
 * its delay counts from the moment it was due. Runs on the clients' event loop.
 */
final class ArrivalQueue {
  /** More due actions than this are counted as lost: the server is far behind. */
  private static final int MAX_DUE = 100_000;

  private final EventLoop loop;
  private final LoadTally tally;
  private final SplittableRandom random;
  private final ArrayDeque<Long> due = new ArrayDeque<>();
  private final LinkedHashSet<LoadPlayer> ready = new LinkedHashSet<>();
  private double perNano;
  private long next;
  private boolean ticking;

  ArrivalQueue(EventLoop loop, LoadTally tally, SplittableRandom random) {
    this.loop = loop;
    this.tally = tally;
    this.random = random;
  }

  /** Sets the rate from now on, in actions a second. Actions of the rate before are forgotten. */
  void rate(double perSecond) {
    perNano = perSecond / TimeUnit.SECONDS.toNanos(1);
    due.clear();
    next = System.nanoTime() + gap();
    if (!ticking) tick();
  }

  /** A player may act, and does so when an action is due. */
  void ready(LoadPlayer player) {
    var waiting = due.poll();
    if (waiting == null) ready.add(player);
    else player.choose(waiting);
  }

  /** Actions that are due and wait for a player who may act. */
  int waiting() {
    return due.size();
  }

  private void tick() {
    ticking = true;
    long now = System.nanoTime();
    while (next <= now) {
      arrive(next);
      next += gap();
    }
    var _ = loop.schedule(this::tick, Math.max(0, next - now), TimeUnit.NANOSECONDS);
  }

  private void arrive(long at) {
    while (!ready.isEmpty()) {
      if (ready.removeFirst().choose(at)) return;
    }
    if (due.size() < MAX_DUE) due.add(at);
    else tally.failed("not sent");
  }

  /** An exponential gap: arrivals of many independent players. */
  private long gap() {
    return Math.max(1, (long) (-Math.log1p(-random.nextDouble()) / perNano));
  }
}
