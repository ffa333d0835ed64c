package dev.menagerie.server.http;

import dev.menagerie.server.StoreUnavailable.Store;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** The calls under {@code /health}: whether the process lives, and whether it can do its work. */
public final class HealthRoutes {
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final Map<Store, BooleanSupplier> stores;
  private final BooleanSupplier accepting;

  /**
   * @param stores whether each store answers now
   * @param accepting false once the server is going down and wants no more players
   */
  public HealthRoutes(Map<Store, BooleanSupplier> stores, BooleanSupplier accepting) {
    this.stores = new EnumMap<>(stores);
    this.accepting = accepting;
  }

  record Health(String status) {}

  /** The state of each store: {@code up} or {@code down}. */
  record Readiness(String status, Map<String, String> stores) {}

  /** Both routes. */
  public List<Route<?, ?>> all() {
    return List.of(
        Route.get("/health/live", "live", "Whether the process is alive")
            .forAnyone()
            .answers(200, Health.class)
            .by(_ -> Answer.of(new Health("live"))),
        Route.get("/health/ready", "ready", "Whether the server and its stores can do their work")
            .forAnyone()
            .answers(200, Readiness.class)
            .refuses(ProblemKind.UNAVAILABLE, ProblemKind.BUSY)
            .by(_ -> ready()));
  }

  private Answer<Readiness> ready() {
    var standing = new TreeMap<String, String>();
    stores.forEach(
        (store, answers) -> standing.put(store.toString(), answers.getAsBoolean() ? "up" : "down"));
    if (standing.containsValue("down")) {
      throw HttpRefusal.of(ProblemKind.UNAVAILABLE).with(Map.copyOf(standing)).retryAfter(RETRY);
    }
    if (!accepting.getAsBoolean()) {
      throw HttpRefusal.of(ProblemKind.BUSY, "The server is shutting down").retryAfter(RETRY);
    }
    return Answer.of(new Readiness("ready", standing));
  }
}
