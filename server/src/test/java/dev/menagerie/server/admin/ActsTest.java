package dev.menagerie.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.http.ManagementAccess;
import dev.menagerie.server.http.ManagementServer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each act is in the audit log with what it was given: bounded, and without a token. */
class ActsTest {
  private static final String VIEWER = "viewer-01234567890123456789012345678901";
  private static final String OPERATOR = "operator-012345678901234567890123456789";

  private final ActsInMemory acts = new ActsInMemory();
  private final HttpClient client = HttpClient.newHttpClient();
  private ManagementServer server;

  private static final class ActsInMemory implements AuditLog {
    private final List<Act> all = new CopyOnWriteArrayList<>();

    @Override
    public void add(Act act) {
      all.add(act);
    }

    @Override
    public List<Entry> read(Optional<String> subject, Optional<String> operator, long before) {
      throw new UnsupportedOperationException("this test reads the acts themselves");
    }
  }

  @BeforeEach
  void start() throws IOException {
    var access = ManagementAccess.parse("viewer vera " + VIEWER + "\noperator oda " + OPERATOR);
    server =
        new ManagementServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
            access);
    var calls = new AdminCalls(server, acts);
    calls.act("/things/{id}/change", "change", _ -> AdminCalls.done());
    calls.disclose("/things/{id}/secret", "disclose", _ -> AdminCalls.done());
    calls.look("/things/{id}", _ -> AdminCalls.done());
  }

  @AfterEach
  void stop() {
    server.close();
    client.close();
  }

  private int call(String method, String path, String token, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
    return client.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  private static AuditLog.Act act(String operator, String act, String details, int status) {
    return new AuditLog.Act(operator, act, "x1", details, status);
  }

  @Test
  void anActRefusedForItsRoleIsAudited() throws Exception {
    assertThat(call("POST", "/things/x1/change?to=5", VIEWER, "{}")).isEqualTo(403);
    assertThat(acts.all).containsExactly(act("vera", "change", "to=5", 403));
  }

  @Test
  void strangersAndLooksAreNotAudited() throws Exception {
    assertThat(call("POST", "/things/x1/change", "", "")).isEqualTo(401);
    assertThat(call("POST", "/things/x1/change", "no such token", "")).isEqualTo(401);
    assertThat(call("GET", "/things/x1", VIEWER, "")).isEqualTo(200);
    assertThat(acts.all).isEmpty();
  }

  @Test
  void aDisclosureIsAuditedAlthoughItChangesNothing() throws Exception {
    assertThat(call("GET", "/things/x1/secret", VIEWER, "")).isEqualTo(200);
    assertThat(acts.all).containsExactly(act("vera", "disclose", "", 200));
  }

  @Test
  void theMembersOfABodyAreDetails() throws Exception {
    var body = "{\"text\": \"We\\nmove.\", \"minutes\": 5, \"cards\": [1, 2, 3]}";
    assertThat(call("POST", "/things/x1/change?by=me", OPERATOR, body)).isEqualTo(200);
    assertThat(call("POST", "/things/x1/change", OPERATOR, "no JSON")).isEqualTo(200);
    assertThat(acts.all)
        .containsExactly(
            act("oda", "change", "by=me cards=3 entries minutes=5 text=We move.", 200),
            act("oda", "change", "body=7 bytes that are no JSON", 200));
  }

  @Test
  void detailsAreBoundedAndHoldNoToken() throws Exception {
    var body = "{\"a\": \"" + "x".repeat(5_000) + "\"}";
    call("POST", "/things/x1/change", OPERATOR, body);
    call("POST", "/things/x1/change?token=" + OPERATOR, OPERATOR, "{\"access_token\": \"t\"}");
    assertThat(acts.all).hasSize(2);
    assertThat(acts.all.getFirst().details()).hasSize(500);
    assertThat(acts.all.get(1).details()).isEmpty();
    assertThat(acts.all).noneMatch(one -> one.toString().contains(OPERATOR));
  }
}
