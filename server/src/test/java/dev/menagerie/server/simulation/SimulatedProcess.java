package dev.menagerie.server.simulation;

import dev.menagerie.server.background.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;

/**
 * A process of the simulation: its threads run where it is neither paused nor killed. What happens
 * to it from outside, such as an answer or the end of a pause, waits until it goes on.
 */
final class SimulatedProcess implements Ticker, Executor, InstantSource {
  private final Timeline timeline;
  private final String name;
  private final List<Runnable> ready = new ArrayList<>();
  private Duration clockError = Duration.ZERO;
  private boolean isPaused;
  private boolean isKilled;

  SimulatedProcess(Timeline timeline, String name) {
    this.timeline = timeline;
    this.name = name;
    timeline.add(this);
  }

  /** Ends a thread of a simulation that is over. */
  static final class Ended extends Error {
    private static final long serialVersionUID = 1L;

    Ended() {
      super("the simulation is over", null, false, false);
    }
  }

  String name() {
    return name;
  }

  Timeline timeline() {
    return timeline;
  }

  /** Runs the work on a thread of this process. */
  Thread start(Runnable work) {
    return VirtualThreads.on(this).start(work);
  }

  void pause() {
    isPaused = true;
  }

  void resume() {
    isPaused = false;
    isKilled = false;
  }

  void kill() {
    isKilled = true;
    ready.clear();
  }

  boolean isKilled() {
    return isKilled;
  }

  /** The time of day of this process is wrong by this much from now on. */
  void setClockError(Duration error) {
    clockError = error;
  }

  // For the timeline

  int ready() {
    return isPaused ? 0 : ready.size();
  }

  void run(int index) {
    var chosen = ready.get(index);
    var last = ready.removeLast();
    if (index < ready.size()) ready.set(index, last);
    chosen.run();
  }

  void runAll() {
    while (!ready.isEmpty()) ready.removeLast().run();
  }

  @Override
  public void execute(Runnable continuation) {
    timeline.mustBeOurs();
    if (!isKilled) ready.add(continuation);
  }

  // What the product sees

  @Override
  public Instant instant() {
    return timeline.instant().plus(clockError);
  }

  @Override
  public long nanos() {
    return timeline.nanos();
  }

  @Override
  public void parkNanos(long nanos) {
    mustGoOn();
    if (nanos <= 0) return;
    var thread = Thread.currentThread();
    var alarm = timeline.afterNanos(nanos, () -> LockSupport.unpark(thread));
    LockSupport.park(this);
    alarm.cancel();
    mustGoOn();
  }

  /** Threads of a simulation that is over end wherever they wait next. */
  void mustGoOn() {
    if (timeline.isOver()) throw new Ended();
  }

  @Override
  public <T> void completeOnTimeout(CompletableFuture<T> future, T value, Duration timeout) {
    timeline.after(timeout, () -> start(() -> future.complete(value)));
  }

  @Override
  public Thread loopThread(String loop, Runnable work) {
    return VirtualThreads.on(this).name(name + " " + loop).unstarted(work);
  }

  @Override
  public String toString() {
    return name;
  }
}
