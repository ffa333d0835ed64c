package dev.menagerie.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.StoreUnavailable.Store;
import dev.menagerie.server.Stores;
import dev.menagerie.server.postgres.PostgresIdempotencyStore;
import dev.menagerie.socketio.http.OriginPolicy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Health is the same for browsers and programs; other addresses are the page's for a browser. */
class HealthInBrowserTest {
  private final Edge edge =
      new Edge(
          new RouteTable(
              new HealthRoutes(
                      Map.of(Store.REDIS, () -> "down"), List::of, Optional::empty, () -> true)
                  .all()),
          new Guards(
              _ -> Optional.empty(),
              OriginPolicy.sameOrigin(),
              new RateLimiter(),
              new PostgresIdempotencyStore(Stores.database()),
              RateLimit.perMinute("address", 100),
              RateLimit.perMinute("user", 100)),
          new Site(SiteFiles.of(Map.of("/index.html", "<p>page".getBytes(StandardCharsets.UTF_8)))),
          (_, _, _, _) -> {});

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "text/html,application/xhtml+xml,*/*;q=0.8", "*/*"})
  void readinessIsNeverThePage(String accept) {
    var answer = edge.handle(Ask.get("/health/ready").header("Accept", accept).request());
    assertThat(answer.status()).isEqualTo(503);
    var live = edge.handle(Ask.get("/health/live").header("Accept", accept).request());
    assertThat(new String(live.body(), StandardCharsets.UTF_8)).contains("\"live\"");
  }

  @Test
  void anotherAddressIsThePage() {
    var answer = edge.handle(Ask.get("/play/1").header("Accept", "text/html").request());
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("<p>page");
  }
}
