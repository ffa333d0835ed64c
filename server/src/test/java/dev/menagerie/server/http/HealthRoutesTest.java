package dev.menagerie.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.StoreUnavailable.Store;
import dev.menagerie.server.Stores;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HealthRoutesTest {
  private final AtomicReference<String> redis = new AtomicReference<>(HealthRoutes.UP);
  private final AtomicReference<Optional<HealthRoutes.Recovering>> recovering =
      new AtomicReference<>(Optional.empty());
  private final AtomicBoolean accepting = new AtomicBoolean(true);
  private final Rest rest =
      new Rest(
          new HealthRoutes(
                  Map.of(Store.POSTGRES, Stores.database()::state, Store.REDIS, redis::get),
                  () -> List.of("mend this"),
                  recovering::get,
                  accepting::get)
              .all());

  @Test
  void aServerWithItsStoresIsReady() {
    assertThat(rest.json(200, Ask.get("/health/live")).toString())
        .isEqualTo("{\"status\":\"live\"}");
    assertThat(rest.json(200, Ask.get("/health/ready")).path("stores").toString())
        .isEqualTo("{\"postgres\":\"up\",\"redis\":\"up\"}");
    assertThat(rest.json(200, Ask.get("/health/ready")).path("warnings").toString())
        .isEqualTo("[\"mend this\"]");
  }

  /** Open games are played; a load balancer that took every node away would stop those, too. */
  @Test
  void aServerThatRecoversIsReadyAndSaysHowMuchIsToCome() {
    assertThat(rest.json(200, Ask.get("/health/ready")).has("recovering")).isFalse();
    recovering.set(Optional.of(new HealthRoutes.Recovering(12, 345)));
    assertThat(rest.json(200, Ask.get("/health/ready")).path("recovering").toString())
        .isEqualTo("{\"partitions\":12,\"games\":345}");
  }

  /** Health checks are public: many concurrent ones cause one check of the stores. */
  @Test
  void manyQuestionsAtOnceAreOneToTheStores() {
    var asked = new AtomicInteger();
    var routes =
        new HealthRoutes(
            Map.of(
                Store.REDIS,
                () -> {
                  asked.incrementAndGet();
                  return HealthRoutes.UP;
                }),
            List::of,
            Optional::empty,
            () -> true);
    var many = new Rest(routes.all());
    long start = System.nanoTime();
    for (int i = 0; i < 50; i++) many.json(200, Ask.get("/health/ready"));
    long windows = 1 + Duration.ofNanos(System.nanoTime() - start).toMillis() / 250;
    assertThat(asked.get()).isLessThanOrEqualTo((int) windows + 1);
  }

  @Test
  void theStoreThatIsDownIsNamed() {
    redis.set("out of memory");
    var problem = rest.refused(503, "unavailable", Ask.get("/health/ready"));
    assertThat(problem.path("details").path("redis").stringValue()).isEqualTo("out of memory");
    assertThat(problem.path("details").path("postgres").stringValue()).isEqualTo("up");
    assertThat(rest.handle(Ask.get("/health/live")).status()).isEqualTo(200);
  }

  @Test
  void aDrainingServerRefusesNewConnections() {
    accepting.set(false);
    rest.refused(503, "busy", Ask.get("/health/ready"));
  }
}
