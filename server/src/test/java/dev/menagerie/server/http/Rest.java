package dev.menagerie.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.server.Stores;
import dev.menagerie.server.auth.Accounting;
import dev.menagerie.server.postgres.PostgresIdempotencyStore;
import dev.menagerie.socketio.http.HttpResponse;
import dev.menagerie.socketio.http.OriginPolicy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A whole REST edge over the shared stores: sign-in and the routes under test. Every answer is
 * compared with the OpenAPI document of the same routes.
 */
public final class Rest {
  private final Edge edge;
  private final Contract contract;

  public Rest(List<? extends Route<?, ?>> routes) {
    var accounting = new Accounting();
    var limiter = new RateLimiter();
    var all = new ArrayList<Route<?, ?>>(accounting.routes(limiter));
    all.addAll(routes);
    var table = new RouteTable(all);
    var guards =
        new Guards(
            accounting.authenticator(),
            OriginPolicy.sameOrigin(),
            limiter,
            new PostgresIdempotencyStore(Stores.database()),
            RateLimit.perMinute("address", 100_000),
            RateLimit.perMinute("user", 100_000));
    var openApi = OpenApi.of(table, "test");
    contract = new Contract(openApi);
    var site =
        new Site(SiteFiles.none())
            .page("/", LandingPage.of("http://127.0.0.1:8080", "test"))
            .page("/docs", DocsPage.of(table, openApi))
            .document("/openapi.json", Document.of(openApi));
    edge = new Edge(table, guards, site, (_, _, _, _) -> {});
  }

  public Edge edge() {
    return edge;
  }

  public HttpResponse handle(Ask ask) {
    var request = ask.request();
    var response = edge.handle(request);
    contract.check(
        request.method(),
        request.path(),
        response.status(),
        response.headers().first("Content-Type").orElse(""),
        response.body());
    return response;
  }

  /** A new guest's access token. */
  public String guest() {
    return json(201, Ask.post("/auth/guest")).path("access_token").stringValue();
  }

  /** The answer's body, of a request that must have this status. */
  public JsonNode json(int status, Ask ask) {
    var response = handle(ask);
    assertThat(response.status())
        .as(() -> new String(response.body(), StandardCharsets.UTF_8))
        .isEqualTo(status);
    return Json.tree(response.body(), Limits.DOCUMENT);
  }

  /** The problem of a request that must be refused like this. */
  public JsonNode refused(int status, String code, Ask ask) {
    var problem = json(status, ask);
    assertThat(problem.path("code").stringValue()).isEqualTo(code);
    return problem;
  }
}
