package dev.menagerie.server.timer;

import dev.menagerie.server.background.Ticker;
import dev.menagerie.server.game.GameId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The deadlines of the next seconds, one for each game. Safe for use by all threads. */
final class Alarms {
  /** Deadlines with at least this many others at the same time form a wave. */
  private static final int BATCH_THRESHOLD = 256;

  private final PriorityBlockingQueue<Alarm> queue = new PriorityBlockingQueue<>();
  private final Ticker ticker;

  /** The thread that waits for the next alarm, if one does. */
  private volatile @Nullable Thread waiter;

  /** Alarms that wait or are being handled; sweeps report them again until they are done. */
  private final ConcurrentHashMap<GameId, Alarm> set = new ConcurrentHashMap<>();

  Alarms(Ticker ticker) {
    this.ticker = ticker;
  }

  /** Sets a game's alarm, unless this very deadline has one. */
  void set(GameId game, Instant deadline, Duration left) {
    var alarm = new Alarm(game, deadline, left, ticker);
    // Registered before it is queued: an unregistered alarm is discarded when its time comes.
    var latest =
        set.compute(
            game,
            (_, former) -> former != null && former.deadline().equals(deadline) ? former : alarm);
    if (latest == alarm) add(alarm);
  }

  /** Sets a game's alarm, unless there is one. */
  void setAgain(GameId game, Instant deadline, Duration left) {
    var alarm = new Alarm(game, deadline, left, ticker);
    if (set.putIfAbsent(game, alarm) == null) add(alarm);
  }

  private void add(Alarm alarm) {
    queue.add(alarm);
    if (queue.peek() == alarm) LockSupport.unpark(waiter);
  }

  /** Waits for the next alarm to ring. For one thread. */
  Alarm next() throws InterruptedException {
    waiter = Thread.currentThread();
    while (true) {
      if (Thread.interrupted()) throw new InterruptedException();
      var alarm = poll();
      if (alarm == null) park();
      else if (isSet(alarm)) return alarm;
    }
  }

  /** Until the first alarm is due, or until another one becomes the first. */
  private void park() {
    var first = queue.peek();
    if (first == null) LockSupport.park(this);
    else ticker.parkNanos(first.nanosLeft());
  }

  /** The first alarm if it is due. Only the waiting thread takes alarms. */
  private @Nullable Alarm poll() {
    var first = queue.peek();
    return first != null && first.isDue() ? queue.poll() : null;
  }

  /** Polls up to {@code most} further due alarms. */
  List<Alarm> others(int most) {
    var others = new ArrayList<Alarm>();
    while (others.size() < most) {
      @Nullable Alarm alarm = poll();
      if (alarm == null) break;
      if (isSet(alarm)) others.add(alarm);
    }
    return others;
  }

  /** Whether the alarm is still the game's; false once the clock has changed. */
  private boolean isSet(Alarm alarm) {
    return alarm == set.get(alarm.game());
  }

  /** Removes a handled alarm. */
  void done(Alarm alarm) {
    set.remove(alarm.game(), alarm);
  }

  /** Alarms that wait or are being handled. */
  int size() {
    return set.size();
  }

  /** The alarms of every wave, by deadline. */
  List<Alarm> waves() {
    var waiting = queue.toArray(new Alarm[0]);
    Arrays.sort(waiting);
    var waves = new ArrayList<Alarm>();
    int next = 0;
    for (int i = BATCH_THRESHOLD; i < waiting.length; i++) {
      if (!waiting[i].isWithin(waiting[i - BATCH_THRESHOLD])) continue;
      for (next = Math.max(next, i - BATCH_THRESHOLD); next <= i; next++) waves.add(waiting[next]);
    }
    return waves;
  }
}
