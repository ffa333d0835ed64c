package dev.menagerie.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.server.Stores;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.http.Ask;
import dev.menagerie.server.http.AuthenticatedCaller;
import dev.menagerie.server.http.Edge;
import dev.menagerie.server.http.Guards;
import dev.menagerie.server.http.RateLimit;
import dev.menagerie.server.http.RateLimiter;
import dev.menagerie.server.http.Route;
import dev.menagerie.server.http.RouteResponse;
import dev.menagerie.server.http.RouteTable;
import dev.menagerie.server.http.Site;
import dev.menagerie.server.http.SiteFiles;
import dev.menagerie.server.postgres.PostgresAccounts;
import dev.menagerie.server.postgres.PostgresIdempotencyStore;
import dev.menagerie.server.postgres.PostgresSessions;
import dev.menagerie.socketio.http.HttpResponse;
import dev.menagerie.socketio.http.OriginPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AuthRoutesTest {
  private static final String KEY = "k".repeat(40);
  private static final Passwords PASSWORDS = new Passwords();

  private final PostgresSessions sessions = new PostgresSessions(Stores.database());
  private final List<String> ended = new ArrayList<>();
  private final List<Duration> waits = new ArrayList<>();
  private final RateLimiter limiter = new RateLimiter(this::waited);
  private Instant now = Instant.now();
  private final InstantSource clock = () -> now;
  private final AccessTokens tokens = tokens(KEY);
  private final TokenVerifier verifier =
      new TokenVerifier(tokens, sessions, clock.withZone(ZoneOffset.UTC));
  private final Edge edge = edge();

  private AccessTokens tokens(String... keys) {
    return new AccessTokens(
        SigningKeys.of(List.of(keys)), AccessTokens.DEFAULT_LIFE, clock.withZone(ZoneOffset.UTC));
  }

  /** Attempts past the limit do not wait here; how long they would is noted. */
  private void waited(long nanos) {
    synchronized (waits) {
      waits.add(Duration.ofNanos(nanos));
    }
  }

  private Edge edge() {
    var signIns =
        new SignIns(
            new PostgresAccounts(Stores.database()),
            sessions,
            tokens,
            PASSWORDS,
            new ReservedNames(List.of("Magpie")),
            (user, session, reason) -> {
              verifier.forget(session);
              ended.add(reason.name());
            });
    var routes = new ArrayList<Route<?, ?>>();
    routes.addAll(
        new AuthRoutes(signIns, limiter, AuthRoutes.Limits.withGuestsPerMinute(20)).all());
    routes.add(
        Route.get("/me", "me", "Who am I")
            .responds(200, AuthenticatedCaller.class)
            .by(call -> RouteResponse.of(call.user())));
    var guards =
        new Guards(
            token ->
                verifier
                    .verify(token)
                    .map(s ->
                        new AuthenticatedCaller(s.user().id().value(), s.user().name(), s.id())),
            OriginPolicy.sameOrigin(),
            limiter,
            new PostgresIdempotencyStore(Stores.database()),
            RateLimit.perMinute("address", 1000),
            RateLimit.perMinute("user", 1000));
    return new Edge(new RouteTable(routes), guards, new Site(SiteFiles.none()), (_, _, _, _) -> {});
  }

  @AfterAll
  static void close() {
    PASSWORDS.close();
  }

  @Test
  void aGuestPlaysUnderTheNameGivenOrAnyOther() {
    var named = ok(201, post("/auth/guest", "{\"name\":\"Zoë O'Neil\"}"));
    assertThat(named.path("user").path("name").stringValue()).isEqualTo("Zoë O'Neil");
    assertThat(named.path("token_type").stringValue()).isEqualTo("Bearer");
    assertThat(named.path("expires_in").intValue()).isEqualTo(900);
    assertThat(me(named).path("user_id")).isEqualTo(named.path("user").path("id"));

    assertThat(ok(201, post("/auth/guest", "{}")).path("user").path("name").stringValue())
        .startsWith("Guest ");
    assertThat(edge.handle(Ask.post("/auth/guest").request()).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "",
        "   ",
        " - ",
        "a  b",
        "a\\u202eb",
        "a\\u0000b",
        "<b>",
        "a\\nb",
        "\\u200bab",
        "abcdefghijklmnopqrstuvwxy",
        "ab-",
        "\\ud83d\\ude00\\ud83d\\ude00"
      })
  void aMisleadingNameIsRefused(String name) {
    var refused = post("/auth/guest", "{\"name\":\"" + name + "\"}");
    assertThat(problem(400, "invalid_message", refused).toString()).contains("$.name");
  }

  @Test
  void aRegisteredNameBelongsToOneUserHoweverItIsSpelled() {
    String name = unique();
    var first = ok(201, register(name, "correct horse"));
    problem(409, "name_taken", register(name.toUpperCase(Locale.ROOT), "battery staple"));
    problem(409, "name_taken", post("/auth/guest", "{\"name\":\"" + name + "\"}"));

    var again = ok(200, login(name.toUpperCase(Locale.ROOT), "correct horse"));
    assertThat(again.path("user")).isEqualTo(first.path("user"));
    assertThat(me(again).path("name").stringValue()).isEqualTo(name);
  }

  @Test
  void everythingWrongWithARegistrationIsNamedAtOnceAndNothingRepeated() {
    var refused = register("?", "sesame");
    var problem = problem(400, "invalid_message", refused).toString();
    assertThat(problem).contains("$.name", "$.password").doesNotContain("sesame");
  }

  @Test
  void aWrongPasswordAndAnUnknownNameAreAnsweredAlike() {
    String name = unique();
    register(name, "correct horse");
    var wrong = login(name, "wrong horse!");
    var unknown = login("nobody" + name, "wrong horse!");
    problem(401, "unauthenticated", wrong);
    assertThat(unknown.body()).isEqualTo(wrong.body());
    assertThat(login("?", "wrong horse!").body()).isEqualTo(wrong.body());
  }

  @Test
  void guessingIsSlowedDownAndTheRightPasswordIsLetIn() {
    String name = unique();
    register(name, "correct horse");
    for (int i = 0; i < 10; i++) problem(401, "unauthenticated", login(name, "wrong horse!"));
    assertThat(waits).isEmpty();
    ok(200, login(name, "correct horse"));
    assertThat(waits).hasSize(2).allMatch(wait -> wait.toSeconds() <= 6);
  }

  @Test
  void guessesWithoutAPauseAreRefused() {
    String name = unique();
    register(name, "correct horse");
    for (int i = 0; i < 10; i++) problem(401, "unauthenticated", login(name, "wrong horse!"));
    problem(401, "unauthenticated", login(name, "wrong horse!"));
    var stopped = login(name, "wrong horse!");
    problem(429, "rate_limited", stopped);
    assertThat(stopped.headers().first("Retry-After")).isPresent();
    problem(429, "rate_limited", loginFrom("198.51.100.7", name, "wrong horse!"));
  }

  @Test
  void guessesFromElsewhereDoNotSlowDownTheOwner() {
    String name = unique();
    register(name, "correct horse");
    ok(200, loginFrom("198.51.100.9", name, "correct horse"));
    for (int i = 0; i < 12; i++) login(name, "wrong horse!");
    waits.clear();
    ok(200, loginFrom("198.51.100.9", name, "correct horse"));
    assertThat(waits).isEmpty();
  }

  @Test
  void rightPasswordsAreNotCounted() {
    String name = unique();
    register(name, "correct horse");
    for (int i = 0; i < 12; i++) ok(200, login(name, "correct horse"));
    assertThat(waits).isEmpty();
  }

  @Test
  void aGoodRefreshTokenGetsInAfterManyBadOnes() {
    var guest = ok(201, post("/auth/guest", "{}"));
    for (int i = 0; i < 10; i++) problem(401, "unauthenticated", refreshBy("x"));
    problem(429, "rate_limited", refreshBy("x"));
    ok(200, refresh(guest));
  }

  @Test
  void manyGuessesAtOnceDoNotSlipThrough() throws Exception {
    String name = unique();
    register(name, "correct horse");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Future<HttpResponse>>();
      for (int i = 0; i < 30; i++) answers.add(threads.submit(() -> login(name, "wrong horse!")));
      int tried = 0;
      for (var answer : answers) if (answer.get().status() == 401) tried++;
      assertThat(tried).isBetween(10, 12);
    }
  }

  @Test
  void guestsAreLimitedPerAddress() {
    for (int i = 0; i < 20; i++) ok(201, post("/auth/guest", "{}"));
    problem(429, "rate_limited", post("/auth/guest", "{}"));
  }

  @Test
  void refreshingGivesNewTokensAndAnOldOneEndsTheSessionForEveryone() {
    var first = ok(201, post("/auth/guest", "{}"));
    var second = ok(200, refresh(first));
    assertThat(second.path("refresh_token")).isNotEqualTo(first.path("refresh_token"));
    assertThat(second.path("user")).isEqualTo(first.path("user"));
    var third = ok(200, refresh(second));
    me(third);

    problem(401, "unauthenticated", refresh(first));
    assertThat(ended).containsExactly("TOKEN_REUSED");
    problem(401, "unauthenticated", refresh(third));
    problem(401, "unauthenticated", get("/me", third));
    problem(401, "unauthenticated", get("/me", first));
  }

  @Test
  void theTokenBeforeTheNewestIsAnsweredAgainForTheSameClientAlone() {
    var first = ok(201, post("/auth/guest", "{}"));
    var second = ok(200, refresh(first));
    assertThat(ok(200, refresh(first)).path("refresh_token"))
        .isEqualTo(second.path("refresh_token"));
    var thief = Ask.post("/auth/refresh").from("198.51.100.7").json(refreshBody(first));
    problem(401, "unauthenticated", edge.handle(thief.request()));
    assertThat(ended).containsExactly("TOKEN_REUSED");
    problem(401, "unauthenticated", refresh(second));
  }

  @Test
  void aRepeatAfterThirtySecondsEndsTheSession() {
    var first = ok(201, post("/auth/guest", "{}"));
    var second = ok(200, refresh(first));
    Stores.database()
        .read(handle ->
            handle.execute(
                "update refresh_families set rotated_at = rotated_at - interval '30 seconds'"
                    + " where user_id = ?",
                first.path("user").path("id").stringValue()));
    problem(401, "unauthenticated", refresh(first));
    assertThat(ended).containsExactly("TOKEN_REUSED");
    problem(401, "unauthenticated", refresh(second));
  }

  @Test
  void twoRefreshesAtOnceGetTheSameToken() throws Exception {
    var guest = ok(201, post("/auth/guest", "{}"));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var one = threads.submit(() -> ok(200, refresh(guest)).path("refresh_token"));
      var two = threads.submit(() -> ok(200, refresh(guest)).path("refresh_token"));
      assertThat(one.get()).isEqualTo(two.get());
    }
    assertThat(ended).isEmpty();
  }

  @Test
  void aSessionsIdAloneEndsNothing() {
    var guest = ok(201, post("/auth/guest", "{}"));
    String session = guest.path("refresh_token").stringValue().substring(0, 23);
    String guessed = session + "." + "A".repeat(43);
    problem(401, "unauthenticated", refreshBy(guessed));
    assertThat(post("/auth/logout", "{\"refresh_token\":\"" + guessed + "\"}").status())
        .isEqualTo(204);
    assertThat(ended).isEmpty();
    me(ok(200, refresh(guest)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "sAAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "'"
      })
  void aRefreshTokenThatIsNoneIsRefused(String token) {
    problem(401, "unauthenticated", post("/auth/refresh", "{\"refresh_token\":\"" + token + "\"}"));
    assertThat(ended).isEmpty();
  }

  @Test
  void signingOutByEitherTokenEndsTheSessionOnce() {
    var byBearer = ok(201, post("/auth/guest", "{}"));
    var out = Ask.post("/auth/logout").bearer(byBearer.path("access_token").stringValue());
    assertThat(edge.handle(out.request()).status()).isEqualTo(204);
    problem(401, "unauthenticated", get("/me", byBearer));
    problem(401, "unauthenticated", refresh(byBearer));

    var byRefresh = ok(201, post("/auth/guest", "{}"));
    String body = "{\"refresh_token\":" + byRefresh.path("refresh_token") + "}";
    assertThat(post("/auth/logout", body).status()).isEqualTo(204);
    assertThat(post("/auth/logout", body).status()).isEqualTo(204);
    problem(401, "unauthenticated", get("/me", byRefresh));
    assertThat(ended).containsExactly("LOGGED_OUT", "LOGGED_OUT");
    problem(401, "unauthenticated", post("/auth/logout", "{}"));
  }

  @Test
  void signingOutEndsThisSessionOrAllOfThem() {
    String name = unique();
    register(name, "correct horse");
    var here = ok(200, login(name, "correct horse"));
    var there = ok(200, login(name, "correct horse"));
    var out = Ask.post("/auth/logout").bearer(here.path("access_token").stringValue());
    assertThat(edge.handle(out.request()).status()).isEqualTo(204);
    problem(401, "unauthenticated", get("/me", here));
    me(there);

    var again = ok(200, login(name, "correct horse"));
    var all =
        Ask.post("/auth/logout")
            .bearer(again.path("access_token").stringValue())
            .json("{\"all\":true}");
    assertThat(edge.handle(all.request()).status()).isEqualTo(204);
    problem(401, "unauthenticated", get("/me", there));
    problem(401, "unauthenticated", refresh(again));
  }

  @Test
  void anAccessTokenExpires() {
    var guest = ok(201, post("/auth/guest", "{}"));
    now = now.plus(AccessTokens.DEFAULT_LIFE).plus(Duration.ofSeconds(1));
    problem(401, "unauthenticated", get("/me", guest));
    me(ok(200, refresh(guest)));
  }

  @Test
  void onlyOurKeysAndOurAlgorithmMakeTokens() {
    var guest = ok(201, post("/auth/guest", "{}"));
    String good = guest.path("access_token").stringValue();
    var parts = good.split("\\.", -1);
    String kid = JWT.decode(good).getKeyId();
    String user = guest.path("user").path("id").stringValue();
    String session = JWT.decode(good).getClaim("sid").asString();
    String none = base64("{\"alg\":\"none\",\"kid\":\"" + kid + "\"}") + "." + parts[1] + ".";
    var draft =
        JWT.create()
            .withKeyId(kid)
            .withIssuer("menagerie")
            .withAudience("menagerie")
            .withSubject(user)
            .withClaim("sid", session)
            .withExpiresAt(now.plusSeconds(60));
    for (String forged :
        List.of(
            none,
            parts[0] + "." + parts[1] + ".AAAA",
            parts[0] + "." + parts[1],
            good + "x",
            draft.sign(Algorithm.HMAC256("x".repeat(40))),
            draft.sign(Algorithm.HMAC512(KEY)),
            draft.withKeyId("other").sign(Algorithm.HMAC256(KEY)),
            draft.withKeyId(kid).withIssuer("other").sign(Algorithm.HMAC256(KEY)),
            draft.withIssuer("menagerie").withAudience("x").sign(Algorithm.HMAC256(KEY)),
            draft.withAudience("menagerie").withSubject("../../etc").sign(Algorithm.HMAC256(KEY)),
            draft.withSubject("uSomebodyElse").sign(Algorithm.HMAC256(KEY)))) {
      assertThat(verifier.verify(forged)).isEmpty();
    }
    assertThat(verifier.verify(draft.withSubject(user).sign(Algorithm.HMAC256(KEY)))).isPresent();
  }

  @Test
  void aTokenOfTheKeyOnItsWayOutIsStillGood() {
    var old = tokens.issue(new UserId("u1"), "s1");
    var rotated = tokens("n".repeat(40), KEY);
    assertThat(rotated.read(old)).isPresent();
    assertThat(tokens.read(rotated.issue(new UserId("u1"), "s1"))).isEmpty();
    assertThat(tokens("n".repeat(40)).read(old)).isEmpty();
  }

  @Test
  void nothingSecretIsPrinted() {
    assertThat(new AuthRoutes.Login("ann", "sesame sesame").toString()).doesNotContain("sesame");
    assertThat(new NewPassword("sesame sesame").toString()).doesNotContain("sesame");
    assertThat(RefreshToken.fresh(RefreshToken.freshKey()))
        .asString()
        .matches("RefreshToken\\[s[\\w-]{22}]");
  }

  private static String unique() {
    return "P" + UUID.randomUUID().toString().substring(0, 18);
  }

  private static String credentials(String name, String password) {
    return "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}";
  }

  private HttpResponse register(String name, String password) {
    return post("/auth/register", credentials(name, password));
  }

  private HttpResponse login(String name, String password) {
    return post("/auth/login", credentials(name, password));
  }

  private HttpResponse loginFrom(String address, String name, String password) {
    var ask = Ask.post("/auth/login").from(address).json(credentials(name, password));
    return edge.handle(ask.request());
  }

  private HttpResponse refresh(JsonNode signedIn) {
    return post("/auth/refresh", refreshBody(signedIn));
  }

  private HttpResponse refreshBy(String token) {
    return post("/auth/refresh", "{\"refresh_token\":\"" + token + "\"}");
  }

  private static String refreshBody(JsonNode signedIn) {
    return "{\"refresh_token\":" + signedIn.path("refresh_token") + "}";
  }

  private HttpResponse post(String path, String json) {
    return edge.handle(Ask.post(path).json(json).request());
  }

  private HttpResponse get(String path, JsonNode signedIn) {
    return edge.handle(Ask.get(path).bearer(signedIn.path("access_token").stringValue()).request());
  }

  private JsonNode me(JsonNode signedIn) {
    return ok(200, get("/me", signedIn));
  }

  private static JsonNode ok(int status, HttpResponse response) {
    assertThat(response.status()).isEqualTo(status);
    return Json.tree(response.body(), Limits.DOCUMENT);
  }

  private static JsonNode problem(int status, String code, HttpResponse response) {
    var document = ok(status, response);
    assertThat(document.path("code").stringValue()).isEqualTo(code);
    return document;
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @BeforeAll
  static void storesAreThere() {
    assertThat(Stores.database().answers()).isTrue();
  }
}
