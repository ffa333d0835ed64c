package dev.menagerie.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.server.GameUnavailable;
import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.StoreUnavailable.Store;
import dev.menagerie.server.Stores;
import dev.menagerie.server.postgres.PostgresIdempotencyStore;
import dev.menagerie.socketio.http.HttpResponse;
import dev.menagerie.socketio.http.OriginPolicy;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class EdgeTest {
  record Thing(String id, int size) {}

  record NewThing(int size) {
    NewThing {
      if (size < 0) throw new IllegalArgumentException("size must not be negative");
    }
  }

  private static final String SCRIPT = "deal(card);".repeat(1_000);
  private static final RateLimit MAKING = RateLimit.perMinute("making", 3);
  private final AtomicInteger made = new AtomicInteger();
  private final String user = "u" + UUID.randomUUID();
  private final RouteTable table =
      new RouteTable(
          List.of(
              Route.get("/things/{id}", "thing", "One thing")
                  .forAnyone()
                  .cacheable()
                  .responds(200, Thing.class)
                  .by(call -> RouteResponse.of(new Thing(call.pathParameter("id"), 1))),
              Route.get("/things/mine", "mine", "My things")
                  .query("cursor", "where to start")
                  .respondsPageOf(Thing.class)
                  .by(call ->
                      RouteResponse.of(
                          new Page<>(
                              List.of(new Thing(call.user().userId(), 2)),
                              call.query("cursor").map(c -> c + "+1")))),
              Route.post("/things", "make", "Make a thing")
                  .takes(NewThing.class)
                  .responds(201, Thing.class)
                  .limitedTo(MAKING)
                  .repeatable()
                  .by(call -> {
                    if (call.body().size() == 13) {
                      throw HttpRefusal.of(ProblemKind.LIMIT_REACHED);
                    }
                    return RouteResponse.at(
                        "/things/t", new Thing("t" + made.incrementAndGet(), call.body().size()));
                  }),
              Route.delete("/things/{id}", "unmake", "Unmake a thing")
                  .by(_ -> RouteResponse.nothing()),
              Route.post("/broken", "broken", "Break")
                  .forAnyone()
                  .by(_ -> {
                    throw new IllegalStateException("secret inner state");
                  }),
              Route.post("/storeless", "storeless", "Ask a lost store")
                  .forAnyone()
                  .by(_ -> {
                    throw new StoreUnavailable(Store.REDIS, new RuntimeException("secret"));
                  }),
              Route.post("/cardless", "cardless", "Ask for a game of lost cards")
                  .forAnyone()
                  .by(_ -> {
                    throw GameUnavailable.cards(new RuntimeException("secret card"));
                  })));
  private final Edge edge = edge(OriginPolicy.allowing(Set.of("https://friend.example")));

  private Edge edge(OriginPolicy origins) {
    Stores.database()
        .read(handle ->
            handle.execute(
                "insert into users (id, name, name_key, registered)"
                    + " values (?, 'Ada', 'ada', false)",
                user));
    var guards =
        new Guards(
            token ->
                token.equals("good")
                    ? Optional.of(new AuthenticatedCaller(user, "Ada", "s1"))
                    : Optional.empty(),
            origins,
            new RateLimiter(),
            new PostgresIdempotencyStore(Stores.database()),
            RateLimit.perMinute("address", 100),
            RateLimit.perMinute("user", 100));
    var site =
        new Site(
                SiteFiles.of(
                    Map.of(
                        "/index.html", "<p>page".getBytes(StandardCharsets.UTF_8),
                        "/assets/table-9f8e7d6c.js", SCRIPT.getBytes(StandardCharsets.UTF_8),
                        "/assets/app-1a2b.js", "go()".getBytes(StandardCharsets.UTF_8))))
            .document("/openapi.json", Document.of(OpenApi.of(table, "1")));
    return new Edge(table, guards, site, (_, _, _, _) -> {});
  }

  @Test
  void aPublicCallAnswersWithAStrongTagAndHoldsToIt() {
    var first = edge.handle(Ask.get("/things/a").request());
    assertThat(first.status()).isEqualTo(200);
    assertThat(text(first)).isEqualTo("{\"id\":\"a\",\"size\":1}");
    assertThat(header(first, "Cache-Control")).isEqualTo("public, no-cache");
    String tag = header(first, "ETag");
    assertThat(tag).startsWith("\"");

    var again =
        edge.handle(Ask.get("/things/a").header("If-None-Match", "\"x\", W/" + tag).request());
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.headers().first("Content-Security-Policy")).isEmpty();
    assertThat(again.body()).isEmpty();
    assertThat(header(again, "ETag")).isEqualTo(tag);
  }

  @Test
  void aBroadcastIsCompressedOnce() throws Exception {
    String script = "/assets/table-9f8e7d6c.js";
    var plain = edge.handle(Ask.get(script).request());
    var small = edge.handle(Ask.get(script).header("Accept-Encoding", "br, gzip").request());

    assertThat(header(plain, "Content-Encoding")).isEmpty();
    assertThat(header(small, "Content-Encoding")).isEqualTo("gzip");
    for (var response : List.of(plain, small)) {
      assertThat(header(response, "Vary")).isEqualTo("Accept-Encoding");
      assertThat(header(response, "Content-Type")).isEqualTo("text/javascript; charset=utf-8");
      assertThat(header(response, "Cache-Control"))
          .isEqualTo("public, max-age=31536000, immutable");
    }
    assertThat(header(small, "ETag")).isNotEqualTo(header(plain, "ETag"));
    assertThat(small.body().length).isLessThan(plain.body().length / 10);
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(small.body()))) {
      assertThat(unpacked.readAllBytes()).isEqualTo(plain.body());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "br", "gzip;q=0", "gzip; q=0.0", "identity, deflate"})
  void aClientWithoutGzipGetsPlainContent(String accepted) {
    var response =
        edge.handle(
            Ask.get("/assets/table-9f8e7d6c.js").header("Accept-Encoding", accepted).request());
    assertThat(header(response, "Content-Encoding")).isEmpty();
    assertThat(text(response)).isEqualTo(SCRIPT);
  }

  @Test
  void privateAnswersAreNeverCompressed() {
    var request = Ask.get("/games/me/active").header("Accept-Encoding", "gzip").request();
    var ownList = Document.of(List.of(SCRIPT));
    var cards = Document.forAll(List.of(SCRIPT));

    var own = ownList.response(request, 200, "application/json", "private, no-cache");

    assertThat(header(own, "Content-Encoding")).isEmpty();
    assertThat(text(own)).contains(SCRIPT);
    assertThat(
            header(
                cards.response(request, 200, "application/json", "public, no-cache"),
                "Content-Encoding"))
        .isEqualTo("gzip");
  }

  @Test
  void plainSegmentsWinOverPlacesAndPagesCarryTheirCursor() {
    var mine = edge.handle(Ask.get("/things/mine").bearer("good").query("cursor", "c").request());
    assertThat(text(mine))
        .isEqualTo("{\"items\":[{\"id\":\"" + user + "\",\"size\":2}],\"next_cursor\":\"c+1\"}");
    assertThat(header(mine, "Cache-Control")).isEqualTo("private, no-cache");
  }

  @Test
  void aConnectionNeedsAValidToken() {
    for (var ask :
        List.of(
            Ask.get("/things/mine"),
            Ask.get("/things/mine").bearer("bad"),
            Ask.get("/things/mine").header("Authorization", "Basic good"),
            Ask.get("/things/mine").bearer("good").bearer("good"),
            Ask.get("/things/mine").header("Authorization", "Bearer " + "x".repeat(5000)),
            Ask.get("/things/mine").header("Authorization", "Bearer good; drop"))) {
      var refused = edge.handle(ask.request());
      problem(refused, 401, "unauthenticated");
      assertThat(header(refused, "WWW-Authenticate")).isEqualTo("Bearer");
    }
  }

  @Test
  void everythingWrongWithABodyIsNamedAtOnceAndNothingIsMade() {
    var refused = edge.handle(make("{\"size\":\"big\",\"colour\":1}", "-").request());
    var problem = problem(refused, 400, "invalid_message");
    assertThat(problem.get("errors")).hasSize(2);
    assertThat(problem.toString()).contains("$.size", "$.colour").doesNotContain("big");
    assertThat(made).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{\"size\":1}{}",
        "{\"size\":1,\"size\":2}",
        "{\"size\":1.5}",
        "{\"size\":-1}",
        "{\"size\":99999999999}",
        "[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]"
      })
  void aBodyOfAnotherShapeIsRefused(String body) {
    problem(edge.handle(make(body, "-").request()), 400, "invalid_message");
    assertThat(made).hasValue(0);
  }

  @Test
  void invalidUtf8IsRefused() {
    var ask = make("", "-").bytes(new byte[] {'"', (byte) 0xc3, (byte) 0x28, '"'});
    problem(edge.handle(ask.request()), 400, "invalid_message");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "",
        "application/json; charset=latin1"
      })
  void onlyJsonIsTaken(String type) {
    var ask =
        Ask.post("/things")
            .bearer("good")
            .header("Content-Type", type)
            .bytes("{}".getBytes(StandardCharsets.UTF_8));
    problem(edge.handle(ask.request()), 415, "unsupported_media_type");
  }

  @Test
  void aBodyOverTheLimitIsTooLarge() {
    var ask = make("{\"size\":1" + " ".repeat(17_000) + "}", "-");
    problem(edge.handle(ask.request()), 413, "payload_too_large");
  }

  @Test
  void undeclaredQueryParametersAreRefused() {
    problem(edge.handle(Ask.get("/things/a").query("x", "1").request()), 400, "invalid_message");
    problem(
        edge.handle(Ask.get("/things/mine").bearer("good").query("cursor", "a", "b").request()),
        400,
        "invalid_message");
  }

  @Test
  void aCallWithoutABodyTakesNoneOrAnEmptyObject() {
    var unmake = Ask.with("DELETE", "/things/a").bearer("good");
    assertThat(edge.handle(unmake.request()).status()).isEqualTo(204);
    assertThat(edge.handle(unmake.json("{}").request()).status()).isEqualTo(204);
    problem(
        edge.handle(Ask.with("DELETE", "/things/a").bearer("good").json("{\"x\":1}").request()),
        400,
        "invalid_message");
  }

  @Test
  void otherMethodsAreNamed() {
    var refused = edge.handle(Ask.with("PATCH", "/things/a").request());
    problem(refused, 405, "method_not_allowed");
    assertThat(header(refused, "Allow")).isEqualTo("DELETE, GET, HEAD, OPTIONS");
    var options = edge.handle(Ask.with("OPTIONS", "/things").request());
    assertThat(options.status()).isEqualTo(204);
    assertThat(header(options, "Allow")).isEqualTo("OPTIONS, POST");
    assertThat(edge.handle(Ask.with("HEAD", "/things/a").request()).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing", "/things/", "/things/a/b", "/things/..", "/things/%2e%2e", "/things/a%00",
        "//things/a", "/things/.hidden", "", "things/a", "/assets/../index.html", "/assets"
      })
  void missingResourcesAreNotFound(String path) {
    problem(edge.handle(Ask.get(path).request()), 404, "not_found");
  }

  @Test
  void aRepeatedRequestIsDoneOnceAndAnsweredTheSame() {
    var first = edge.handle(make("{\"size\":5}", "k1").request());
    var again = edge.handle(make("{\"size\":5}", "k1").request());
    assertThat(first.status()).isEqualTo(201);
    assertThat(header(first, "Location")).isEqualTo("/things/t");
    assertThat(again.status()).isEqualTo(201);
    assertThat(text(again)).isEqualTo(text(first));
    assertThat(made).hasValue(1);
    problem(edge.handle(make("{\"size\":6}", "k1").request()), 409, "message_id_reused");
    assertThat(made).hasValue(1);
  }

  @Test
  void aRefusedRequestMayBeTriedAgainUnderItsKey() {
    problem(edge.handle(make("{\"size\":13}", "k2").request()), 409, "limit_reached");
    assertThat(edge.handle(make("{\"size\":1}", "k2").request()).status()).isEqualTo(201);
  }

  @Test
  void aKeyThatIsNoneIsRefused() {
    problem(edge.handle(make("{\"size\":1}", "x".repeat(65)).request()), 400, "invalid_message");
    problem(edge.handle(make("{\"size\":1}", "a b").request()), 400, "invalid_message");
  }

  @Test
  void theLimitOfACallIsItsUsersAndSaysWhenToComeBack() {
    for (int i = 0; i < 3; i++) {
      assertThat(edge.handle(make("{\"size\":1}", "-").request()).status()).isEqualTo(201);
    }
    var refused = edge.handle(make("{\"size\":1}", "-").request());
    problem(refused, 429, "rate_limited");
    assertThat(Integer.parseInt(header(refused, "Retry-After"))).isBetween(1, 20);
    assertThat(made).hasValue(3);
  }

  @Test
  void oneAddressCannotExhaustTheTotalBound() {
    for (int i = 0; i < 100; i++)
      edge.handle(Ask.get("/things/a").from("2001:db8::" + i).request());
    problem(
        edge.handle(Ask.get("/things/a").from("2001:db8::ffff").request()), 429, "rate_limited");
    assertThat(edge.handle(Ask.get("/things/a").from("2001:db8:1::1").request()).status())
        .isEqualTo(200);
  }

  @Test
  void aFailureSaysNothingOfTheInside() {
    var failed = edge.handle(Ask.post("/broken").request());
    var problem = problem(failed, 500, "internal");
    assertThat(problem.path("details").path("incident").stringValue()).hasSize(36);
    assertThat(text(failed)).doesNotContain("secret");

    var lost = edge.handle(Ask.post("/storeless").request());
    assertThat(problem(lost, 503, "unavailable").path("details").path("store").stringValue())
        .isEqualTo("redis");
    assertThat(header(lost, "Retry-After")).isEqualTo("2");
    assertThat(text(lost)).doesNotContain("secret");

    var cardless = edge.handle(Ask.post("/cardless").request());
    assertThat(problem(cardless, 503, "unavailable").path("details").path("reason").stringValue())
        .isEqualTo("cards");
    assertThat(text(cardless)).doesNotContain("secret");
  }

  @Test
  void pagesOfStrangersAreRefusedAndFriendsMayRead() {
    problem(
        edge.handle(Ask.get("/things/a").header("Origin", "https://evil.example").request()),
        403,
        "forbidden");
    var friend = Ask.get("/things/a").header("Origin", "https://friend.example");
    var answer = edge.handle(friend.request());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("https://friend.example");
    assertThat(header(answer, "Vary")).isEqualTo("Origin, Accept");
    assertThat(answer.headers().first("Access-Control-Allow-Credentials")).isEmpty();
    var same = Ask.get("/things/a").header("Origin", "http://play.example");
    assertThat(edge.handle(same.request()).status()).isEqualTo(200);
    var otherScheme = Ask.get("/things/a").header("Origin", "https://play.example");
    problem(edge.handle(otherScheme.request()), 403, "forbidden");
  }

  @Test
  void aPreflightNamesWhatIsAllowed() {
    var preflight =
        Ask.with("OPTIONS", "/things")
            .header("Origin", "https://friend.example")
            .header("Access-Control-Request-Method", "POST");
    var answer = edge.handle(preflight.request());
    assertThat(answer.status()).isEqualTo(204);
    assertThat(header(answer, "Access-Control-Allow-Methods")).contains("POST");
    assertThat(header(answer, "Access-Control-Allow-Headers")).contains("Authorization");
  }

  @Test
  void aPageBelowAPathNamesThePathInItsBase() {
    byte[] page = "<base href=\"/\" /><p>page".getBytes(StandardCharsets.UTF_8);
    var files = SiteFiles.of(Map.of("/index.html", page));
    var below = files.below("/menagerie").read("/index.html").orElseThrow();
    assertThat(new String(below.bytes(), StandardCharsets.UTF_8))
        .isEqualTo("<base href=\"/menagerie/\" /><p>page");
    var root = files.below("").read("/index.html").orElseThrow();
    assertThat(root.bytes()).isEqualTo(page);
  }

  @Test
  void everyAnswerHasSecurityHeaders() {
    for (var ask : List.of(Ask.get("/things/a"), Ask.get("/nothing"), Ask.get("/"))) {
      var answer = edge.handle(ask.request());
      assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(header(answer, "Content-Security-Policy")).contains("default-src 'none'");
      assertThat(answer.headers().first("Cache-Control")).isPresent();
    }
    for (var path : List.of("/", "/assets/app-1a2b.js")) {
      assertThat(header(edge.handle(Ask.get(path).request()), "Content-Security-Policy"))
          .contains("script-src 'self'", "base-uri 'self'");
    }
  }

  @Test
  void theSiteServesItsFilesAndSendsClientSidePathsToTheIndex() {
    var script = edge.handle(Ask.get("/assets/app-1a2b.js").request());
    assertThat(header(script, "Cache-Control")).contains("immutable");
    assertThat(header(script, "Content-Type")).startsWith("text/javascript");
    var deep = edge.handle(Ask.get("/play/game-1").header("Accept", "text/html,*/*").request());
    assertThat(text(deep)).isEqualTo("<p>page");
    problem(edge.handle(Ask.get("/play/game-1").request()), 404, "not_found");
    problem(
        edge.handle(Ask.get("/assets/gone.js").header("Accept", "text/html").request()),
        404,
        "not_found");
  }

  @Test
  void theDocumentMatchesTheRouteTable() {
    var document =
        Json.tree(edge.handle(Ask.get("/openapi.json").request()).body(), Limits.DOCUMENT);
    var post = document.path("paths").path("/things").path("post");
    assertThat(post.path("requestBody").toString())
        .contains("#/components/schemas/EdgeTestNewThing");
    assertThat(post.path("responses").propertyNames())
        .contains("201", "400", "401", "409", "413", "415", "429", "500", "503");
    assertThat(document.path("components").path("schemas").propertyNames())
        .contains("EdgeTestThing", "Problem");
    assertThat(DocsPage.of(table, OpenApi.of(table, "1")))
        .contains("POST /things", "type-EdgeTestNewThing", "Idempotency-Key")
        .doesNotContain("<script");
  }

  private static Ask make(String json, String key) {
    var ask = Ask.post("/things").bearer("good").json(json);
    return key.equals("-") ? ask : ask.header("Idempotency-Key", key);
  }

  private static JsonNode problem(HttpResponse response, int status, String code) {
    assertThat(response.status()).isEqualTo(status);
    assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
    var document = Json.tree(response.body(), Limits.DOCUMENT);
    assertThat(document.path("code").stringValue()).isEqualTo(code);
    assertThat(document.path("status").intValue()).isEqualTo(status);
    return document;
  }

  private static String text(HttpResponse response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  private static String header(HttpResponse response, String name) {
    return response.headers().first(name).orElse("");
  }
}
