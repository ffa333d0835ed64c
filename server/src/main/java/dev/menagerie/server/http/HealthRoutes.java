package dev.menagerie.server.http;

import dev.menagerie.server.StoreUnavailable.Store;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The calls under {@code /health}: whether the process lives, and whether it can do its work. */
public final class HealthRoutes {
  private static final Duration RETRY = Duration.ofSeconds(1);

  /** A store that can do its work. */
  public static final String UP = "up";

  /** The endpoint is public and each check asks both stores, so results are cached this long. */
  private static final Duration FRESH = Duration.ofMillis(250);

  private final Map<Store, Supplier<String>> stores;
  private final Supplier<List<String>> warnings;
  private final Supplier<Optional<Recovering>> recovering;
  private final BooleanSupplier accepting;
  private final ReentrantLock asking = new ReentrantLock();
  private Map<String, String> states = Map.of();
  private long askedNanos;

  /**
   * The health routes of one server.
   *
   * @param stores the state of each store: {@link #UP}, or a few words about the problem, such as
   *     "down" or "read-only"; may wait for the store
   * @param warnings what an operator should correct although the server works, one sentence each
   * @param recovering how far a recovery has come, if one is under way
   * @param accepting false once the server is stopping and takes no more players
   */
  public HealthRoutes(
      Map<Store, Supplier<String>> stores,
      Supplier<List<String>> warnings,
      Supplier<Optional<Recovering>> recovering,
      BooleanSupplier accepting) {
    this.stores = new EnumMap<>(stores);
    this.warnings = warnings;
    this.recovering = recovering;
    this.accepting = accepting;
  }

  record Health(String status) {}

  /**
   * The state of each store, the warnings for an operator, and how far a recovery has come while
   * one is under way.
   */
  record Readiness(
      String status,
      Map<String, String> stores,
      List<String> warnings,
      Optional<Recovering> recovering) {}

  /**
   * A recovery of Redis that is under way. The server is ready: open games are played, and each
   * request opens its game first; another server could do no better with the same stores.
   *
   * @param partitions of 64, those not open yet
   * @param games unfinished games that are not open yet
   */
  public record Recovering(int partitions, int games) {}

  /** Both routes. */
  public List<Route<?, ?>> all() {
    return List.of(
        Route.get("/health/live", "live", "Whether the process is alive")
            .forAnyone()
            .responds(200, Health.class)
            .by(_ -> RouteResponse.of(new Health("live"))),
        Route.get("/health/ready", "ready", "Whether the server and its stores can do their work")
            .forAnyone()
            .responds(200, Readiness.class)
            .refuses(ProblemKind.UNAVAILABLE, ProblemKind.BUSY)
            .by(_ -> ready()));
  }

  private RouteResponse<Readiness> ready() {
    if (!accepting.getAsBoolean()) {
      throw HttpRefusal.of(ProblemKind.BUSY, "The server is shutting down").retryAfter(RETRY);
    }
    var now = states();
    if (now.values().stream().anyMatch(state -> !state.equals(UP))) {
      throw HttpRefusal.of(ProblemKind.UNAVAILABLE).with(now).retryAfter(RETRY);
    }
    return RouteResponse.of(new Readiness("ready", now, warnings.get(), recovering.get()));
  }

  private Map<String, String> states() {
    asking.lock();
    try {
      if (states.isEmpty() || System.nanoTime() - askedNanos > FRESH.toNanos()) {
        var found = new TreeMap<String, String>();
        stores.forEach((store, state) -> found.put(store.toString(), state.get()));
        states = Collections.unmodifiableMap(found);
        askedNanos = System.nanoTime();
      }
      return states;
    } finally {
      asking.unlock();
    }
  }
}
