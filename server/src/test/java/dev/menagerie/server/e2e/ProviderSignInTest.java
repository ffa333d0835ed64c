package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.commandline.LocalServer;
import dev.menagerie.server.oidc.TestIssuer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Signing in through a provider, at two nodes of one cluster, over real HTTP on all sides. */
class ProviderSignInTest {
  private static final String PASSWORD = "correct horse battery";

  private static TestIssuer issuer;
  private static LocalServer first;
  private static LocalServer second;

  @BeforeAll
  static void start() {
    issuer = TestIssuer.start();
    first = Servers.another(s -> s.jwtSecretFile(Servers.jwtFile()).provider(issuer, "Club login"));
    second =
        Servers.another(s ->
            s.jwtSecretFile(Servers.jwtFile())
                .provider(issuer, "Club login")
                .behindProxy(first.url()));
  }

  @AfterAll
  static void stop() {
    first.close();
    second.close();
    issuer.close();
  }

  @BeforeEach
  void asUsual() {
    issuer.broken(false);
    issuer.endless(false);
    issuer.signProperly();
  }

  private static String fresh(String prefix) {
    return prefix + UUID.randomUUID().toString().substring(0, 8);
  }

  private static Map<String, String> person(String subject, String name) {
    return Map.of("sub", subject, "preferred_username", name, "name", "A Real Name");
  }

  private static Api anyone() {
    return Api.of(first.url());
  }

  /** The other node of the cluster, reached as the proxy in front of both does it. */
  private static Api there() {
    var host = URI.create(first.url()).getAuthority();
    return Api.of(second.listensAt()).with("X-Forwarded-Host", host);
  }

  private static Map<String, String> wayThere(Api api, Map<String, String> person) {
    return ProviderCalls.wayThere(api, person);
  }

  private static JsonNode signIn(String subject, String name) {
    return anyone().post("/auth/oidc/finish", wayThere(anyone(), person(subject, name))).ok();
  }

  @Test
  void aNewIdentityGetsAUserAndTheSameOneNextTime() {
    var name = fresh("Robin ");
    var subject = fresh("subject-");
    var signedIn = signIn(subject, name);
    assertThat(signedIn.path("user").path("name").asString()).isEqualTo(name);
    assertThat(signedIn.path("user").path("guest").asBoolean(true)).isFalse();
    assertThat(signedIn.toString()).doesNotContain("Real Name");
    var api = anyone().as(signedIn.path("access_token").asString());
    assertThat(api.get("/decks").status()).isEqualTo(200);
    var again = signIn(subject, "another name");
    assertThat(again.path("user")).isEqualTo(signedIn.path("user"));
    var other = signIn(fresh("subject-"), name);
    assertThat(other.path("user").path("id")).isNotEqualTo(signedIn.path("user").path("id"));
    assertThat(other.path("user").path("name").asString()).matches(name + " \\d{4}");
    assertThat(anyone().get("/auth/oidc").ok().path("name").asString()).isEqualTo("Club login");
  }

  @Test
  void aSignInMayBeginAtOneNodeAndEndAtTheOther() {
    var body = wayThere(anyone(), person(fresh("subject-"), fresh("Robin ")));
    there().post("/auth/oidc/finish", body).ok();
    var atOther = wayThere(there(), person(fresh("subject-"), fresh("Robin ")));
    anyone().post("/auth/oidc/finish", atOther).ok();
  }

  @Test
  void aSignInIsFinishedOnceAtWhicheverNode() {
    var body = wayThere(anyone(), person(fresh("subject-"), fresh("Robin ")));
    anyone().post("/auth/oidc/finish", body).ok();
    for (var node : List.of(anyone(), there())) {
      var problem = node.post("/auth/oidc/finish", body).refused(401, "unauthenticated");
      assertThat(problem.path("details").path("reason").asString()).isEqualTo("used");
    }
  }

  static Stream<Arguments> forgeries() {
    Function<Map<String, Object>, UnaryOperator<Map<String, Object>>> with =
        changed ->
            claims -> {
              var all = new HashMap<>(claims);
              all.putAll(changed);
              return all;
            };
    long now = Instant.now().getEpochSecond();
    return Stream.of(
        Arguments.of("wrong nonce", with.apply(Map.of("nonce", "another"))),
        Arguments.of("wrong audience", with.apply(Map.of("aud", "another client"))),
        Arguments.of(
            "for another client, too",
            with.apply(Map.of("aud", List.of(TestIssuer.CLIENT, "x"), "azp", "x"))),
        Arguments.of("wrong issuer", with.apply(Map.of("iss", "https://login.example.org"))),
        Arguments.of("expired", with.apply(Map.of("iat", now - 900, "exp", now - 600))),
        Arguments.of("issued in the future", with.apply(Map.of("iat", now + 900))),
        Arguments.of("endless subject", with.apply(Map.of("sub", "x".repeat(300)))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forgeries")
  void aTokenThatProvesNothingSignsNobodyIn(String kind, UnaryOperator<Map<String, Object>> forge) {
    issuer.claims(forge);
    var body = wayThere(anyone(), person(fresh("subject-"), fresh("Robin ")));
    var problem = anyone().post("/auth/oidc/finish", body).refused(401, "unauthenticated");
    assertThat(problem.path("details").path("reason").asString()).as(kind).isEqualTo("not_proven");
  }

  @Test
  void aTokenOfAKeyThatIsNotPublishedSignsNobodyIn() {
    issuer.signWithUnpublishedKey();
    var body = wayThere(anyone(), person(fresh("subject-"), fresh("Robin ")));
    anyone().post("/auth/oidc/finish", body).refused(401, "unauthenticated");
  }

  @Test
  void aNewKeyOfTheIssuerIsRead() {
    signIn(fresh("subject-"), fresh("Robin "));
    int reads = issuer.keyReads();
    signIn(fresh("subject-"), fresh("Robin "));
    assertThat(issuer.keyReads()).as("kept").isEqualTo(reads);
    issuer.rotateKey();
    signIn(fresh("subject-"), fresh("Robin "));
    assertThat(issuer.keyReads()).isGreaterThan(reads);
  }

  @Test
  void whatAnotherBrowserBeganIsNotFinishedHere() {
    var own = wayThere(anyone(), person(fresh("subject-"), fresh("Robin ")));
    var others = wayThere(anyone(), person(fresh("subject-"), fresh("Sam ")));
    var mixed = new HashMap<>(others);
    mixed.put("sign_in", own.get("sign_in"));
    var problem = anyone().post("/auth/oidc/finish", mixed).refused(401, "unauthenticated");
    assertThat(problem.path("details").path("reason").asString()).isEqualTo("not_yours");
    // A code that was issued for another sign-in lacks its verifier.
    var injected = new HashMap<>(own);
    injected.put("code", others.getOrDefault("code", ""));
    anyone().post("/auth/oidc/finish", injected).refused(401, "unauthenticated");
    var forged = new HashMap<>(own);
    forged.put("sign_in", own.get("sign_in") + "x");
    problem = anyone().post("/auth/oidc/finish", forged).refused(401, "unauthenticated");
    assertThat(problem.path("details").path("reason").asString()).isEqualTo("expired");
    var elsewhere = new HashMap<>(wayThere(anyone(), person(fresh("subject-"), fresh("Sam "))));
    elsewhere.put("iss", "https://login.example.org");
    anyone().post("/auth/oidc/finish", elsewhere).refused(401, "unauthenticated");
    elsewhere = new HashMap<>(wayThere(anyone(), person(fresh("subject-"), fresh("Sam "))));
    elsewhere.remove("iss");
    anyone().post("/auth/oidc/finish", elsewhere).refused(401, "unauthenticated");
  }

  @Test
  void aGuestWhoLinksStaysTheSameUserAndTheSession() {
    var guest = Person.guest(first.url());
    var name = fresh("Robin ");
    guest.api().put("/auth/name", Map.of("name", name)).ok();
    var subject = fresh("subject-");
    var body = wayThere(guest.api(), person(subject, "somebody"));
    anyone().post("/auth/oidc/finish", body).refused(401, "unauthenticated");
    Person.guest(first.url()).api().post("/auth/oidc/link", body).refused(403, "forbidden");
    var linked = guest.api().post("/auth/oidc/link", body).ok();
    assertThat(linked.path("id").asString()).isEqualTo(guest.id());
    assertThat(linked.path("name").asString()).isEqualTo(name);
    assertThat(linked.path("guest").asBoolean(true)).isFalse();
    assertThat(guest.api().get("/decks").status()).isEqualTo(200);
    assertThat(signIn(subject, "x").path("user").path("id").asString()).isEqualTo(guest.id());
    // The name is theirs alone now.
    Person.guest(first.url())
        .api()
        .put("/auth/name", Map.of("name", name))
        .refused(409, "name_taken");
    var methods = guest.api().get("/auth/methods").ok();
    assertThat(methods.path("password").asBoolean(true)).isFalse();
    guest.api().delete("/auth/oidc/link").refused(403, "forbidden");
    // With a password of their own the provider is needed no longer.
    assertThat(guest.api().put("/auth/password", Map.of("new_password", PASSWORD)).status())
        .isEqualTo(204);
    anyone().post("/auth/login", Map.of("name", name, "password", PASSWORD)).ok();
    guest.api().put("/auth/password", Map.of("new_password", PASSWORD)).refused(403, "forbidden");
    assertThat(guest.api().delete("/auth/oidc/link").status()).isEqualTo(204);
  }

  @Test
  void oneOfSeveralIdentitiesIsUnlinked() {
    var credentials = Map.of("name", fresh("Robin "), "password", PASSWORD);
    var registered = anyone().post("/auth/register", credentials).ok();
    var api = anyone().as(registered.path("access_token").asString());
    api.post("/auth/oidc/link", wayThere(api, person(fresh("subject-"), "x"))).ok();
    assertThat(api.delete("/auth/oidc/link?issuer=https%3A%2F%2Fother.example.org").status())
        .isEqualTo(204);
    assertThat(api.get("/auth/methods").ok().path("identities")).hasSize(1);
    var here = URLEncoder.encode(issuer.issuer(), StandardCharsets.UTF_8);
    assertThat(api.delete("/auth/oidc/link?issuer=" + here).status()).isEqualTo(204);
    assertThat(api.get("/auth/methods").ok().path("identities")).isEmpty();
  }

  @Test
  void anIdentityBelongsToOneUser() {
    var subject = fresh("subject-");
    var owner = signIn(subject, fresh("Robin ")).path("user").path("id").asString();
    var guest = Person.guest(first.url());
    guest
        .api()
        .post("/auth/oidc/link", wayThere(guest.api(), person(subject, "x")))
        .refused(409, "identity_taken");
    assertThat(signIn(subject, "x").path("user").path("id").asString()).isEqualTo(owner);
    assertThat(guest.api().get("/auth/methods").ok().path("identities")).isEmpty();
    var linked = person(fresh("subject-"), "x");
    guest.api().post("/auth/oidc/link", wayThere(guest.api(), linked)).ok();
    guest.api().post("/auth/oidc/link", wayThere(guest.api(), linked)).ok();
    guest
        .api()
        .post("/auth/oidc/link", wayThere(guest.api(), person(fresh("subject-"), "x")))
        .refused(409, "identity_taken");
  }

  @Test
  void twoTabsOfANewPersonMakeOneUser() {
    var subject = fresh("subject-");
    var bodies =
        Stream.generate(() -> wayThere(anyone(), person(subject, fresh("Robin "))))
            .limit(4)
            .toList();
    var users =
        bodies.stream()
            .map(body ->
                CompletableFuture.supplyAsync(() -> anyone().post("/auth/oidc/finish", body)))
            .toList()
            .stream()
            .map(reply -> reply.join().ok().path("user").path("id").asString())
            .distinct();
    assertThat(users).hasSize(1);
  }

  @Test
  void aRegisteredUserLinksAndUnlinks() {
    var name = fresh("Robin ");
    var registered =
        anyone().post("/auth/register", Map.of("name", name, "password", PASSWORD)).ok();
    var api = anyone().as(registered.path("access_token").asString());
    var subject = fresh("subject-");
    var linked = api.post("/auth/oidc/link", wayThere(api, person(subject, "x"))).ok();
    assertThat(linked).isEqualTo(registered.path("user"));
    assertThat(signIn(subject, "x").path("user")).isEqualTo(registered.path("user"));
    var export = api.get("/users/me/export").ok().path("identities");
    assertThat(export.get(0).path("issuer").asString()).isEqualTo(issuer.issuer());
    assertThat(export.get(0).path("subject").asString()).isEqualTo(subject);
    assertThat(api.delete("/auth/oidc/link").status()).isEqualTo(204);
    assertThat(signIn(subject, "x").path("user").path("id"))
        .isNotEqualTo(registered.path("user").path("id"));
    anyone().post("/auth/login", Map.of("name", name, "password", PASSWORD)).ok();
  }

  @Test
  void aDeletedUsersIdentityIsForgotten() {
    var subject = fresh("subject-");
    var signedIn = signIn(subject, fresh("Robin "));
    var api = anyone().as(signedIn.path("access_token").asString());
    assertThat(api.post("/auth/delete").status()).isEqualTo(204);
    assertThat(signIn(subject, fresh("Robin ")).path("user").path("id"))
        .isNotEqualTo(signedIn.path("user").path("id"));
  }

  @Test
  void aBannedUserIsTold() {
    var subject = fresh("subject-");
    Servers.ban(signIn(subject, fresh("Robin ")).path("user").path("id").asString());
    anyone()
        .post("/auth/oidc/finish", wayThere(anyone(), person(subject, "x")))
        .refused(403, "banned");
  }

  @Test
  void anIssuerThatIsDownHurtsNoOtherSignIn() {
    var body = wayThere(anyone(), person(fresh("subject-"), fresh("Robin ")));
    var endless = wayThere(anyone(), person(fresh("subject-"), fresh("Robin ")));
    issuer.broken(true);
    anyone().post("/auth/oidc/finish", body).refused(503, "provider_unavailable");
    issuer.broken(false);
    issuer.endless(true);
    anyone().post("/auth/oidc/finish", endless).refused(503, "provider_unavailable");
    var gone = TestIssuer.start();
    gone.close();
    try (var server = Servers.another(s -> s.provider(gone, "Gone"))) {
      var api = Api.of(server.url());
      api.post("/auth/oidc/start").refused(503, "provider_unavailable");
      Person.guest(server.url());
      api.post("/auth/register", Map.of("name", fresh("Robin "), "password", PASSWORD)).ok();
      assertThat(api.get("/health/ready").status()).isEqualTo(200);
    }
  }

  @Test
  void browsersComeBackToTheServersOwnAddressBelowItsPath() {
    try (var below =
        Servers.another(s ->
            s.provider(issuer, "Club login").behindProxy("https://play.example.org/menagerie"))) {
      var api = Api.of(below.listensAt()).with("X-Forwarded-Host", "play.example.org");
      var url = api.with("X-Forwarded-Proto", "https").post("/auth/oidc/start").ok();
      assertThat(url.path("authorization_url").asString())
          .startsWith(issuer.issuer() + "/authorize?")
          .contains("redirect_uri=https%3A%2F%2Fplay.example.org%2Fmenagerie%2Fsigned-in&");
    }
    anyone()
        .post("/auth/oidc/start?redirect_uri=https://evil.example")
        .refused(400, "invalid_message");
  }

  @Test
  void aServerWithoutAProviderSaysSo() {
    var api = Api.of(Servers.shared());
    assertThat(api.get("/auth/oidc").ok().has("name")).isFalse();
    api.post("/auth/oidc/start").refused(403, "forbidden");
  }
}
