package dev.menagerie.server.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.server.commandline.LocalServer;
import dev.menagerie.server.e2e.Api;
import dev.menagerie.server.e2e.Person;
import dev.menagerie.server.e2e.Player;
import dev.menagerie.server.e2e.Servers;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** No token but one that the server made, unchanged and in time, opens anything. */
class ForgedTokensTest {
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
  private static final String OTHER_SECRET = "another secret of at least the same length .....";
  private static final String[] MACS = {"HmacSHA256", "HmacSHA384", "HmacSHA512", "HmacSHA1"};

  /** Fewer than an address may fail in a minute. */
  private static final int CONNECTS_A_SERVER = 50;

  private static @Nullable LocalServer server;
  private static int connects;
  private static Person person;
  private static String header = "";
  private static String claims = "";
  private static String signature = "";

  @BeforeAll
  static void signIn() {
    startServer();
    person = Person.guest(server().url());
    split();
  }

  private static LocalServer server() {
    return requireNonNull(server, "started before the tests");
  }

  private static void startServer() {
    if (server != null) server.close();
    server = Servers.another(s -> s.jwtSecretFile(Servers.jwtFile()));
  }

  @AfterAll
  static void stop() {
    server().close();
  }

  private static void split() {
    var parts = person.token().split("\\.", -1);
    header = new String(Base64.getUrlDecoder().decode(parts[0]), UTF_8);
    claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
    signature = parts[2];
  }

  /** A token that must not be good, and why. */
  record Forgery(String what, String token) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Forgery> forgeries() {
    var all = new ArrayList<Forgery>();
    algorithms(all);
    keys(all);
    signatures(all);
    changedClaims(all);
    shapes(all);
    return all.stream();
  }

  private static void algorithms(List<Forgery> all) {
    for (var none : List.of("none", "None", "NONE", "nOnE", "")) {
      all.add(new Forgery("alg '" + none + "' unsigned", unsigned(header("alg", none))));
      all.add(
          new Forgery(
              "alg '" + none + "' with the old signature",
              unsigned(header("alg", none)) + signature));
    }
    for (int i = 1; i < MACS.length; i++) {
      var alg = List.of("HS256", "HS384", "HS512", "HS1").get(i);
      all.add(new Forgery(alg + " by the right key", signed(header("alg", alg), claims, MACS[i])));
    }
    for (var alg : List.of("RS256", "ES256", "EdDSA", "PS256", "dir", "A128KW")) {
      all.add(new Forgery(alg + " signed as HS256", own(header("alg", alg), claims)));
    }
    all.add(new Forgery("no alg", own(edit(header, h -> h.without("alg")), claims)));
    all.add(
        new Forgery("alg is a list", own(edit(header, h -> h.set("alg", h.arrayNode())), claims)));
  }

  private static void keys(List<Forgery> all) {
    all.add(new Forgery("another key", by(OTHER_SECRET, header, claims)));
    all.add(new Forgery("the empty key's id", by(OTHER_SECRET, header("kid", ""), claims)));
    for (var kid : List.of("../../dev/null", "' or 1=1 --", "unknown", "0", "\u0000")) {
      all.add(new Forgery("kid " + kid.replace('\0', '0'), own(header("kid", kid), claims)));
    }
    all.add(new Forgery("no kid", own(edit(header, h -> h.without("kid")), claims)));
    all.add(
        new Forgery(
            "a key of its own in the header",
            by(
                OTHER_SECRET,
                edit(
                    header,
                    h -> {
                      h.putObject("jwk")
                          .put("kty", "oct")
                          .put("k", URL.encodeToString(bytes(OTHER_SECRET)));
                      return h;
                    }),
                claims)));
    all.add(
        new Forgery(
            "a key set's address in the header",
            by(OTHER_SECRET, header("jku", "http://127.0.0.1:1/keys"), claims)));
  }

  private static void signatures(List<Forgery> all) {
    var start = encoded(header) + "." + encoded(claims) + ".";
    all.add(new Forgery("no signature", start));
    all.add(
        new Forgery("half a signature", start + signature.substring(0, signature.length() / 2)));
    all.add(new Forgery("a signature and more", start + signature + "AA"));
    all.add(new Forgery("two signatures", start + signature + "." + signature));
    for (int at : new int[] {0, signature.length() / 2}) {
      char other = signature.charAt(at) == 'A' ? 'B' : 'A';
      all.add(
          new Forgery(
              "bit flipped at " + at,
              start + signature.substring(0, at) + other + signature.substring(at + 1)));
    }
    all.add(new Forgery("the signature of zeros", start + URL.encodeToString(new byte[32])));
    var again = Person.guest(server().url()).token();
    all.add(
        new Forgery(
            "another token's signature", start + again.substring(again.lastIndexOf('.') + 1)));
  }

  private static void changedClaims(List<Forgery> all) {
    all.add(
        new Forgery(
            "other claims, old signature",
            encoded(header) + "." + encoded(claims("sub", "bot_random")) + "." + signature));
    for (var user :
        List.of("nobody", "", "bot_random", Person.guest(server().url()).id(), "*", "%")) {
      all.add(
          new Forgery(
              "subject '" + user.replaceAll("[A-Za-z0-9_-]{15,}", "somebody else") + "'",
              own(header, claims("sub", user))));
    }
    for (var session : List.of("nothing", "", "' or 1=1 --")) {
      all.add(new Forgery("session '" + session + "'", own(header, claims("sid", session))));
    }
    for (var claim : List.of("sub", "sid", "exp", "iss", "aud")) {
      all.add(new Forgery("no " + claim, own(header, edit(claims, c -> c.without(claim)))));
      all.add(new Forgery(claim + " is null", own(header, edit(claims, c -> c.putNull(claim)))));
      all.add(
          new Forgery(
              claim + " is an object",
              own(header, edit(claims, c -> c.set(claim, c.objectNode())))));
    }
    for (long exp : new long[] {0, -1, 1, System.currentTimeMillis() / 1000 - 1}) {
      all.add(
          new Forgery(
              "expired at " + (exp > 1 ? "a second ago" : exp),
              own(header, edit(claims, c -> c.put("exp", exp)))));
    }
    all.add(new Forgery("exp is a text", own(header, claims("exp", "4000000000"))));
    all.add(new Forgery("another issuer", own(header, claims("iss", "elsewhere"))));
    all.add(new Forgery("another audience", own(header, claims("aud", "elsewhere"))));
    all.add(
        new Forgery("not yet good", own(header, edit(claims, c -> c.put("nbf", 4_000_000_000L)))));
  }

  private static void shapes(List<Forgery> all) {
    var token = person.token();
    for (var text :
        List.of(
            "",
            ".",
            "..",
            "...",
            "a.b.c",
            "null",
            "{}",
            "Bearer " + token,
            token + ".",
            "." + token,
            token + token,
            token.replace('.', ','),
            token.toUpperCase(Locale.ROOT),
            token + "\u0000",
            "x".repeat(5_000))) {
      all.add(
          new Forgery(
              "shape of "
                  + text.length()
                  + " characters: "
                  + text.substring(0, Math.min(4, text.length())).replace('\0', '0'),
              text));
    }
  }

  @ParameterizedTest
  @MethodSource("forgeries")
  void aForgedTokenOpensNothing(Forgery forged) {
    if (forged.token().matches("[\\x21-\\x7e]+")) {
      Api.of(server().url()).as(forged.token()).get("/decks").refused(401, "unauthenticated");
    }
    try (var player = Player.connect(Person.guest(server().url()))) {
      var reply = player.ask("auth:refresh", Map.of("token", forged.token()));
      assertThat(reply.path("ok").asBoolean(true)).isFalse();
      assertThat(reply.path("error").path("code").asString())
          .isIn("unauthenticated", "invalid_message");
    }
  }

  /** Each on a server of its own in turns: failed CONNECTs of an address are limited. */
  @Test
  void aForgedTokenIsRefusedAtConnect() {
    for (var forged : forgeries().filter(forged -> forged.token().length() < 4_096).toList()) {
      if (++connects % CONNECTS_A_SERVER == 0) startServer();
      try (var wire = Wire.open(server().url())) {
        var answer = wire.connect(Json.text(Map.of("token", forged.token())));
        assertThat(answer)
            .as(forged.what())
            .startsWith("44/game,")
            .contains("\"unauthenticated\"")
            .doesNotContain(person.id());
      }
    }
  }

  @Test
  void theTokenItIsForgedFromIsGood() {
    person.api().get("/decks").ok();
    assertThat(own(header, claims)).isEqualTo(person.token());
  }

  private static String header(String member, String value) {
    return edit(header, h -> h.put(member, value));
  }

  private static String claims(String member, String value) {
    return edit(claims, c -> c.put(member, value));
  }

  private static String edit(String json, UnaryOperator<ObjectNode> change) {
    return Json.text(change.apply((ObjectNode) Json.tree(bytes(json), Limits.DOCUMENT)));
  }

  private static String unsigned(String newHeader) {
    return encoded(newHeader) + "." + encoded(claims) + ".";
  }

  private static String own(String newHeader, String newClaims) {
    return by(Servers.jwtSecret(), newHeader, newClaims);
  }

  private static String by(String secret, String newHeader, String newClaims) {
    return signed(secret, newHeader, newClaims, MACS[0]);
  }

  private static String signed(String newHeader, String newClaims, String mac) {
    return signed(Servers.jwtSecret(), newHeader, newClaims, mac);
  }

  private static String signed(String secret, String newHeader, String newClaims, String mac) {
    try {
      var key = Mac.getInstance(mac);
      key.init(new SecretKeySpec(bytes(secret), mac));
      var content = encoded(newHeader) + "." + encoded(newClaims);
      return content + "." + URL.encodeToString(key.doFinal(bytes(content)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String encoded(String json) {
    return URL.encodeToString(bytes(json));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
