package dev.menagerie.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.menagerie.server.http.ManagementAccess.Role;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManagementServerTest {
  private static final String SCRAPER = "scraper-0123456789012345678901234567890";
  private static final String VIEWER = "viewer-01234567890123456789012345678901";
  private static final String OPERATOR = "operator-012345678901234567890123456789";
  private static final ManagementAccess THREE =
      ManagementAccess.parse(
          """
          # who may do what
          metrics prometheus %s
          viewer vera %s
          operator oda %s
          """
              .formatted(SCRAPER, VIEWER, OPERATOR));

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void eachRoleIncludesTheLesserOnes() throws Exception {
    try (var server = server(THREE)) {
      assertThat(get(server, "/metrics", "").statusCode()).isEqualTo(401);
      assertThat(get(server, "/metrics", "wrong-token").statusCode()).isEqualTo(401);
      assertThat(get(server, "/metrics", SCRAPER).statusCode()).isEqualTo(200);
      assertThat(get(server, "/things/x1", SCRAPER).statusCode()).isEqualTo(403);
      assertThat(get(server, "/things/x1", VIEWER).body()).isEqualTo("{\"seen\":\"x1\"}");
      assertThat(post(server, "/things/x1", VIEWER, "").statusCode()).isEqualTo(403);
      assertThat(post(server, "/things/x1", OPERATOR, "").body()).isEqualTo("{\"by\":\"oda\"}");
      assertThat(get(server, "/nothing", OPERATOR).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void filesAreForEverybodyAndMayLoadTheirOwnOnly() throws Exception {
    try (var server = server(THREE)) {
      server.file("/page", "text/html", "hello".getBytes(StandardCharsets.UTF_8));
      var page = get(server, "/page", "");
      assertThat(page.body()).isEqualTo("hello");
      assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
          .contains("default-src 'none'", "script-src 'self'", "form-action 'none'")
          .doesNotContain("unsafe");
      assertThat(page.headers().firstValue("x-frame-options")).contains("DENY");
      assertThat(post(server, "/page", "", "").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void onThisMachineMetricsAreOpenAndNothingElse() throws Exception {
    try (var server = server(ManagementAccess.local(OPERATOR))) {
      assertThat(get(server, "/metrics", "").statusCode()).isEqualTo(200);
      assertThat(get(server, "/things/x1", "").statusCode()).isEqualTo(401);
      assertThat(get(server, "/things/x1", OPERATOR).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void pagesOfOtherOriginsCannotCall() throws Exception {
    try (var server = server(THREE)) {
      assertThat(post(server, "/things/x1", OPERATOR, "https://evil.example").statusCode())
          .isEqualTo(403);
      assertThat(
              post(server, "/things/x1", OPERATOR, "http://127.0.0.1:" + server.port())
                  .statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void metricsComeInTheFormatThatIsAskedFor() throws Exception {
    try (var server = server(ManagementAccess.local(OPERATOR))) {
      var uri = URI.create("http://127.0.0.1:" + server.port() + "/metrics");
      var open =
          client.send(
              HttpRequest.newBuilder(uri).header("Accept", "application/openmetrics-text").build(),
              BodyHandlers.ofString());
      assertThat(open.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("application/openmetrics-text");
      assertThat(open.body()).endsWith("# EOF\n");
      assertThat(get(server, "/metrics", "").body()).doesNotContain("# EOF");
    }
  }

  @Test
  void aFileThatSaysTooLittleIsRefusedWithoutItsTokens() {
    assertThatThrownBy(() -> ManagementAccess.parse("operator oda short-secret"))
        .hasMessageContaining("at least 32")
        .hasMessageNotContaining("short-secret");
    assertThatThrownBy(() -> ManagementAccess.parse("king oda " + OPERATOR))
        .hasMessageContaining("a role is");
    assertThatThrownBy(() -> ManagementAccess.parse("")).hasMessageContaining("no token");
  }

  private static ManagementServer server(ManagementAccess access) throws Exception {
    var server =
        new ManagementServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
            access);
    server.on(
        "GET",
        "/things/{id}",
        Role.VIEWER,
        call -> ManagementServer.Response.json(200, Map.of("seen", call.parameters().get("id"))));
    server.on(
        "POST",
        "/things/{id}",
        Role.OPERATOR,
        call -> ManagementServer.Response.json(200, Map.of("by", call.operator().name())));
    return server;
  }

  private HttpResponse<String> get(ManagementServer server, String path, String token)
      throws Exception {
    return client.send(request(server, path, token).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(
      ManagementServer server, String path, String token, String origin) throws Exception {
    var request = request(server, path, token).POST(HttpRequest.BodyPublishers.noBody());
    if (!origin.isEmpty()) request.header("Origin", origin);
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(ManagementServer server, String path, String token) {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }
}
