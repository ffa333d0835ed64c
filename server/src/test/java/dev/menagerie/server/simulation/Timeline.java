package dev.menagerie.server.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * The only thread and the only clock of a simulation. It runs one piece of work after the other: of
 * those that are ready the seed picks the next. When none is ready, time jumps to the next event.
 */
final class Timeline {
  /** More than any simulation takes: beyond it, threads wake each other without end. */
  private static final long MAX_STEPS = 20_000_000;

  private static final Instant EPOCH = Instant.parse("2026-11-01T12:00:00Z");

  private final Thread thread = Thread.currentThread();
  private final Random random;
  private final PriorityQueue<Event> events = new PriorityQueue<>();
  private final List<SimulatedProcess> processes = new ArrayList<>();
  private final Trace trace = new Trace();
  private long nanos;
  private long sequence;
  private long steps;
  private boolean isOver;

  Timeline(long seed) {
    random = new Random(seed);
  }

  /** Something that happens at an instant of the simulation. */
  static final class Event implements Comparable<Event> {
    private final long at;
    private final long number;
    private final Runnable work;
    private boolean isCancelled;

    private Event(long at, long number, Runnable work) {
      this.at = at;
      this.number = number;
      this.work = work;
    }

    void cancel() {
      isCancelled = true;
    }

    @Override
    public int compareTo(Event other) {
      return at == other.at ? Long.compare(number, other.number) : Long.compare(at, other.at);
    }
  }

  /** The source of everything that happens by chance. */
  Random random() {
    return random;
  }

  Trace trace() {
    return trace;
  }

  /** Notes something that people want to read of a seed that fails. */
  void note(String what) {
    trace.add(nanos, what);
  }

  long nanos() {
    return nanos;
  }

  Instant instant() {
    return EPOCH.plusNanos(nanos);
  }

  /** Whether every thread is to end. */
  boolean isOver() {
    return isOver;
  }

  void add(SimulatedProcess process) {
    processes.add(process);
  }

  Event after(Duration delay, Runnable work) {
    return afterNanos(delay.toNanos(), work);
  }

  Event afterNanos(long delay, Runnable work) {
    long at = delay > Long.MAX_VALUE - nanos ? Long.MAX_VALUE : nanos + Math.max(0, delay);
    var event = new Event(at, sequence++, work);
    events.add(event);
    return event;
  }

  /** Runs until the condition holds; false if that takes longer than this. */
  boolean runUntil(BooleanSupplier condition, Duration atMost) {
    long end = nanos + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      if (nanos >= end) return false;
      if (!step(end)) nanos = end;
    }
    return true;
  }

  void run(Duration time) {
    runUntil(() -> false, time);
  }

  /** One piece of work, or the next event up to this moment; false if there is neither. */
  private boolean step(long end) {
    if (++steps > MAX_STEPS) throw new AssertionError("this does not come to an end");
    fireDue();
    int ready = 0;
    for (var process : processes) ready += process.ready();
    if (ready > 0) {
      int chosen = random.nextInt(ready);
      for (var process : processes) {
        if (chosen < process.ready()) {
          process.run(chosen);
          break;
        }
        chosen -= process.ready();
      }
      return true;
    }
    var next = events.peek();
    if (next == null || next.at > end) return false;
    nanos = Math.max(nanos, next.at);
    return true;
  }

  private void fireDue() {
    while (!events.isEmpty() && events.peek().at <= nanos) {
      var event = events.poll();
      if (!event.isCancelled) event.work.run();
    }
  }

  /** Ends every thread that waits for time or for an answer, so that nothing is left behind. */
  void end() {
    isOver = true;
    for (var process : processes) process.resume();
    var left = new ArrayList<>(events);
    events.clear();
    for (var event : left) if (!event.isCancelled) event.work.run();
    for (var process : processes) process.runAll();
  }

  /** A thread of the JDK that meddles would make a seed irreproducible. */
  void mustBeOurs() {
    var current = Thread.currentThread();
    if (current != thread && !current.isVirtual()) {
      throw new AssertionError("woken by " + current + ", which is not of the simulation");
    }
  }
}
