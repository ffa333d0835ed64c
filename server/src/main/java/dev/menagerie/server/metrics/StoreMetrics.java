package dev.menagerie.server.metrics;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.postgres.Database;
import dev.menagerie.server.postgres.GameCounts;
import dev.menagerie.server.redis.RedisHealth;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import java.time.InstantSource;
import java.util.List;

/** Asks the stores how they are, so that a scrape never waits for them. */
public final class StoreMetrics {
  private static final String UP = "up";

  private final RedisHealth redis;
  private final Database postgres;
  private final GameCounts counts;
  private final MultiGauge games;
  private volatile boolean redisUp = true;
  private volatile boolean postgresUp = true;
  private volatile double skewSeconds;

  public StoreMetrics(MeterRegistry metrics, RedisHealth redis, Database postgres) {
    this.redis = redis;
    this.postgres = postgres;
    this.counts = new GameCounts(postgres);
    Meters.STORE_UP.gauge(metrics, this, s -> s.redisUp ? 1 : 0, "redis");
    Meters.STORE_UP.gauge(metrics, this, s -> s.postgresUp ? 1 : 0, "postgres");
    Meters.STORE_CLOCK_SKEW.gauge(metrics, this, s -> s.skewSeconds);
    games =
        MultiGauge.builder(Meters.GAMES.id())
            .description(Meters.GAMES.description())
            .register(metrics);
  }

  /** Asks both stores; to be called every few seconds. Blocks. */
  public void look() {
    redisUp = redis.state().equals(UP);
    postgresUp = postgres.state().equals(UP);
    try {
      if (redisUp) skewSeconds = redis.clockSkew(InstantSource.system()).toMillis() / 1e3;
    } catch (StoreUnavailable away) {
      redisUp = false;
    }
  }

  /** Counts games; to be called now and then. Blocks. */
  public void count() {
    try {
      games.register(counts.unfinished().stream().map(StoreMetrics::row).toList(), true);
    } catch (StoreUnavailable away) {
      games.register(List.of(), true); // old figures would look like true ones
    }
  }

  private static MultiGauge.Row<Number> row(GameCounts.Count count) {
    return MultiGauge.Row.of(Meters.GAMES.tags(count.type(), count.status()), count.games());
  }
}
