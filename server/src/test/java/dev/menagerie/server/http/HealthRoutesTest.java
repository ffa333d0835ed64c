package dev.menagerie.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.StoreUnavailable.Store;
import dev.menagerie.server.Stores;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class HealthRoutesTest {
  private final AtomicBoolean redis = new AtomicBoolean(true);
  private final AtomicBoolean accepting = new AtomicBoolean(true);
  private final Rest rest =
      new Rest(
          new HealthRoutes(
                  Map.of(Store.POSTGRES, Stores.database()::answers, Store.REDIS, redis::get),
                  accepting::get)
              .all());

  @Test
  void aServerWithItsStoresIsReady() {
    assertThat(rest.json(200, Ask.get("/health/live")).toString())
        .isEqualTo("{\"status\":\"live\"}");
    assertThat(rest.json(200, Ask.get("/health/ready")).path("stores").toString())
        .isEqualTo("{\"postgres\":\"up\",\"redis\":\"up\"}");
  }

  @Test
  void theStoreThatIsDownIsNamed() {
    redis.set(false);
    var problem = rest.refused(503, "unavailable", Ask.get("/health/ready"));
    assertThat(problem.path("details").path("redis").stringValue()).isEqualTo("down");
    assertThat(problem.path("details").path("postgres").stringValue()).isEqualTo("up");
    assertThat(rest.handle(Ask.get("/health/live")).status()).isEqualTo(200);
  }

  @Test
  void aServerOnItsWayOutWantsNobody() {
    accepting.set(false);
    rest.refused(503, "busy", Ask.get("/health/ready"));
  }
}
