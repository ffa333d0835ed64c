package dev.menagerie.server.auth;

import dev.menagerie.server.http.HttpRefusal;
import dev.menagerie.server.http.ProblemKind;
import dev.menagerie.server.http.RateLimit;
import dev.menagerie.server.http.RateLimiter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * Slows down guessing of passwords without locking anybody out. Failures are counted per address
 * and per account; past the limit an attempt waits for its turn before the password is looked at,
 * and a right one is let in. An address from which an account was used before has a count of its
 * own for it, so that guesses from elsewhere do not slow down its owner. Counts are this node's;
 * thread safe.
 */
final class SignInThrottle {
  /** The wait for one attempt at the usual limit of ten per minute; longer waits are refused. */
  private static final Duration MAX_WAIT = Duration.ofSeconds(7);

  /** Attempts that wait at the same time on this node; each holds a request. */
  private static final int MAX_WAITING = 64;

  /** Pairs of account and address, some 200 bytes each; the longest unused are forgotten. */
  private static final int MAX_FAMILIAR = 20_000;

  private final RateLimiter limiter;
  private final RateLimit failures;
  private final Semaphore waiting = new Semaphore(MAX_WAITING);
  private final Map<String, Boolean> familiar =
      new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > MAX_FAMILIAR;
        }
      };

  SignInThrottle(RateLimiter limiter, RateLimit failures) {
    this.limiter = limiter;
    this.failures = failures;
  }

  /** An attempt that was paid for as a failure. */
  record Attempt(List<String> counts, String pair) {}

  /**
   * Counts an attempt as failed, so that many at once do not slip through; waits if there were too
   * many.
   *
   * @throws HttpRefusal {@code rate_limited} when the wait would be too long
   */
  Attempt begin(String network, String account) {
    String pair = network + " " + account;
    var counts =
        isFamiliar(pair)
            ? List.of("pair " + pair)
            : List.of("address " + network, "account " + account);
    int taken = 0;
    try {
      for (; taken < counts.size(); taken++) take(counts.get(taken));
    } catch (HttpRefusal refused) {
      counts.subList(0, taken).forEach(count -> limiter.giveBack(failures, count));
      throw refused;
    }
    return new Attempt(counts, pair);
  }

  private void take(String count) {
    if (limiter.take(failures, count).isEmpty()) return;
    if (!waiting.tryAcquire()) throw tooMany(count);
    try {
      if (!limiter.await(failures, count, MAX_WAIT)) throw tooMany(count);
    } finally {
      waiting.release();
    }
  }

  private HttpRefusal tooMany(String count) {
    return HttpRefusal.of(ProblemKind.RATE_LIMITED).retryAfter(limiter.untilNext(failures, count));
  }

  /** The password was right: nothing was a failure, and the address is the account's own now. */
  void succeeded(Attempt attempt) {
    giveBack(attempt);
    synchronized (familiar) {
      familiar.put(attempt.pair(), true);
    }
  }

  /** The attempt does not count. */
  void giveBack(Attempt attempt) {
    attempt.counts().forEach(count -> limiter.giveBack(failures, count));
  }

  private boolean isFamiliar(String pair) {
    synchronized (familiar) {
      return familiar.containsKey(pair);
    }
  }
}
