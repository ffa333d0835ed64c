package dev.menagerie.server.live;

import java.time.Duration;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Delays what spectators get, in order. Without a delay messages pass at once, on the caller's
 * thread and so under the game's lock; with one they are sent later, one after the other.
 */
final class SpectatorDelay {
  private final Duration delay;
  private final Scheduler scheduler;
  private final ArrayDeque<Held> held = new ArrayDeque<>();

  private record Held(long dueNanos, Runnable message) {}

  SpectatorDelay(int delayMs, Scheduler scheduler) {
    this.delay = Duration.ofMillis(delayMs);
    this.scheduler = scheduler;
  }

  /** Sends a message to all spectators, after the delay. */
  void broadcast(Runnable message) {
    if (delay.isZero()) message.run();
    else delay(message);
  }

  /** Sends the delayed state to a spectator who has just joined. */
  void welcome(Runnable message) {
    broadcast(message);
  }

  private void delay(Runnable message) {
    synchronized (held) {
      held.add(new Held(System.nanoTime() + delay.toNanos(), message));
    }
    scheduler.after(delay, this::release);
  }

  private void release() {
    synchronized (held) {
      for (var next = due(); next != null; next = due()) next.message().run();
    }
  }

  private @Nullable Held due() {
    var next = held.peek();
    boolean isDue = next != null && next.dueNanos() - System.nanoTime() <= 0;
    return isDue ? held.poll() : null;
  }
}
