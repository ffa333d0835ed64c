package dev.menagerie.server.chaos;

import dev.menagerie.server.e2e.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Two people who play game after game until they are told to stop, on a thread of their own. */
final class Contender implements AutoCloseable {
  /** Between two actions. */
  private static final Duration THINKS = Duration.ofMillis(20);

  private final List<Person> people;
  private final List<String> origins;
  private final SplittableRandom random;
  private final Thread thread;
  private final List<Match> ended = new ArrayList<>();
  private volatile boolean stopped;
  private volatile long lastAnswer = System.nanoTime();
  private volatile long longestWait;
  private volatile @Nullable Throwable failed;
  private volatile @Nullable Match playing;

  Contender(List<String> origins, long seed) {
    this.people = List.of(Person.guest(origins.getFirst()), Person.guest(origins.getFirst()));
    this.origins = origins;
    this.random = new SplittableRandom(seed);
    this.thread = Thread.ofPlatform().name("contender-" + seed).start(this::play);
  }

  private void play() {
    try {
      while (!stopped) {
        var match = Match.begun(people, origins, random);
        if (match == null) Fault.pass(THINKS);
        else playOut(match);
      }
    } catch (RuntimeException | Error e) {
      failed = e;
    }
  }

  private void playOut(Match match) {
    playing = match;
    try (match) {
      while (!stopped && !match.isOver()) {
        if (match.step()) answered();
        Fault.pass(THINKS);
      }
    } finally {
      synchronized (ended) {
        ended.add(match);
      }
    }
  }

  private void answered() {
    long now = System.nanoTime();
    longestWait = Math.max(longestWait, now - lastAnswer);
    lastAnswer = now;
  }

  /** When an action was acknowledged last, by {@link System#nanoTime}. */
  long lastAnswer() {
    var cause = failed;
    if (cause != null) throw new AssertionError("a pair ended", cause);
    return lastAnswer;
  }

  /** The longest time between two acknowledgements since this was asked last. */
  Duration longestWait() {
    var longest = Duration.ofNanos(longestWait);
    longestWait = 0;
    return longest;
  }

  /** The games that have ended since this was asked last; those that were broken off, too. */
  List<Match> ended() {
    synchronized (ended) {
      var taken = List.copyOf(ended);
      ended.clear();
      return taken;
    }
  }

  /** For the message of a failure. */
  @Override
  public String toString() {
    return System.lineSeparator()
        + playing
        + ", answered "
        + Duration.ofNanos(System.nanoTime() - lastAnswer).toMillis()
        + " ms ago";
  }

  /** Stops in the middle of a game. */
  @Override
  public void close() {
    stopped = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
