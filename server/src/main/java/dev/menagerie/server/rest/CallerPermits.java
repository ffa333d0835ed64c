package dev.menagerie.server.rest;

import dev.menagerie.server.game.UserId;
import dev.menagerie.server.http.HttpRefusal;
import dev.menagerie.server.http.ProblemKind;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Bounds how many expensive requests of one caller wait at once. Safe for use by all threads. */
final class CallerPermits {
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final int most;
  private final ConcurrentHashMap<UserId, Integer> waiting = new ConcurrentHashMap<>();

  CallerPermits(int most) {
    this.most = most;
  }

  /**
   * Does the work with a permit of the caller's.
   *
   * @throws HttpRefusal {@code rate_limited} if all of the caller's permits are taken
   */
  <T> T with(UserId caller, Supplier<T> work) {
    if (waiting.merge(caller, 1, Integer::sum) > most) {
      release(caller);
      throw HttpRefusal.of(ProblemKind.RATE_LIMITED).retryAfter(RETRY);
    }
    try {
      return work.get();
    } finally {
      release(caller);
    }
  }

  private void release(UserId caller) {
    waiting.computeIfPresent(caller, (_, count) -> count == 1 ? null : count - 1);
  }
}
