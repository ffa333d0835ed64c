package dev.menagerie.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class ManagementServerTest {
  @Test
  void whatWasServedIsCountedByRoute() throws Exception {
    var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    var traffic = new MeasuredTraffic(metrics);
    traffic.answered("/games/{id}", "GET", 404, 1_000_000);
    traffic.answered("other", "SPECIAL", 405, 1_000_000);
    try (var server =
            new ManagementServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), metrics);
        var client = HttpClient.newHttpClient()) {
      var uri = URI.create("http://127.0.0.1:" + server.port() + "/metrics");
      var page = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body())
          .contains("menagerie_http_requests_seconds_count", "route=\"/games/{id}\"")
          .contains("method=\"other\"")
          .doesNotContain("SPECIAL");
    }
  }
}
