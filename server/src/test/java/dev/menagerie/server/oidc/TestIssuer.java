package dev.menagerie.server.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.menagerie.codec.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * A small OpenID provider over HTTP: discovery, keys, authorization and token endpoint. It makes
 * its tokens with the JDK alone, and checks what a provider checks: the client's secret, the
 * address to return to, the PKCE verifier, and that a code is used once.
 */
public final class TestIssuer implements AutoCloseable {
  /** The client that is registered here; its secret would break an unescaped header. */
  public static final String CLIENT = "menagerie at home";

  public static final String SECRET = "a secret: with+signs/and%more";

  private final HttpServer server;
  private final Map<String, Grant> grants = new ConcurrentHashMap<>();
  private final AtomicInteger keyCount = new AtomicInteger();
  private final AtomicInteger keyReads = new AtomicInteger();
  private volatile Key key = newKey();
  private volatile Key signer = key;
  private volatile UnaryOperator<Map<String, Object>> claims = UnaryOperator.identity();
  private volatile boolean broken;
  private volatile boolean endless;

  private record Key(String id, KeyPair pair) {}

  private record Grant(
      Map<String, Object> person, String nonce, String challenge, String returnTo) {}

  private TestIssuer(HttpServer server) {
    this.server = server;
  }

  /** A provider on a free port of this machine. */
  public static TestIssuer start() {
    try {
      var server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
      var issuer = new TestIssuer(server);
      server.createContext("/realm/.well-known/openid-configuration", issuer::document);
      server.createContext("/realm/keys", issuer::keys);
      server.createContext("/realm/authorize", issuer::authorize);
      server.createContext("/realm/token", issuer::token);
      server.setExecutor(Thread::startVirtualThread);
      server.start();
      return issuer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its identifier. */
  public String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/realm";
  }

  /** Changes the claims of tokens from now on. */
  public void claims(UnaryOperator<Map<String, Object>> change) {
    claims = change;
  }

  /** Signs with a new key from now on, which is the only one it publishes. */
  public void rotateKey() {
    key = newKey();
    signer = key;
  }

  /** Signs with a key that it does not publish. */
  public void signWithUnpublishedKey() {
    signer = newKey();
  }

  /** Signs with the key that it publishes. */
  public void signProperly() {
    signer = key;
    claims = UnaryOperator.identity();
  }

  /** Whether every answer is an error of the provider's. */
  public void broken(boolean is) {
    broken = is;
  }

  /** Whether the token endpoint answers more than any client should read. */
  public void endless(boolean is) {
    endless = is;
  }

  /** How often the keys were read. */
  public int keyReads() {
    return keyReads.get();
  }

  /** What comes back to the browser. */
  public record Returned(URI address) {
    /** A parameter of the query. */
    public String parameter(String name) {
      return form(address.getRawQuery()).getOrDefault(name, "");
    }
  }

  /**
   * Goes to the provider as a browser does and signs in there.
   *
   * @param person the claims of the person who sits at the browser
   */
  public static Returned signIn(String authorizationUrl, Map<String, String> person) {
    var query = new StringBuilder(authorizationUrl);
    person.forEach(
        (name, value) -> query.append("&test_").append(name).append('=').append(encoded(value)));
    try (var browser = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(query.toString())).build();
      var response = browser.send(request, BodyHandlers.ofString());
      return new Returned(
          URI.create(
              response
                  .headers()
                  .firstValue("Location")
                  .orElseThrow(() -> new AssertionError(response.body()))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void document(HttpExchange exchange) throws IOException {
    var issuer = issuer();
    answer(
        exchange,
        200,
        Map.of(
            "issuer",
            issuer,
            "authorization_endpoint",
            issuer + "/authorize",
            "token_endpoint",
            issuer + "/token",
            "jwks_uri",
            issuer + "/keys",
            "response_types_supported",
            List.of("code"),
            "subject_types_supported",
            List.of("public"),
            "authorization_response_iss_parameter_supported",
            true,
            "id_token_signing_alg_values_supported",
            List.of("RS256", "HS256")));
  }

  private void keys(HttpExchange exchange) throws IOException {
    keyReads.incrementAndGet();
    var published = (RSAPublicKey) key.pair().getPublic();
    answer(
        exchange,
        200,
        Map.of(
            "keys",
            List.of(
                Map.of(
                    "kty",
                    "RSA",
                    "use",
                    "sig",
                    "alg",
                    "RS256",
                    "kid",
                    key.id(),
                    "n",
                    unsigned(published.getModulus()),
                    "e",
                    unsigned(published.getPublicExponent())))));
  }

  private void authorize(HttpExchange exchange) throws IOException {
    var asked = form(exchange.getRequestURI().getRawQuery());
    boolean isAllowed =
        CLIENT.equals(asked.get("client_id"))
            && "code".equals(asked.get("response_type"))
            && asked.getOrDefault("scope", "").contains("openid")
            && "S256".equals(asked.get("code_challenge_method"))
            && asked.keySet().containsAll(List.of("state", "nonce", "code_challenge"));
    if (!isAllowed) {
      answer(exchange, 400, Map.of("error", "invalid_request", "asked", asked));
      return;
    }
    var person = new HashMap<String, Object>();
    asked.forEach((name, value) -> {
      if (name.startsWith("test_")) person.put(name.substring(5), value);
    });
    var code = UUID.randomUUID().toString();
    var returnTo = asked.getOrDefault("redirect_uri", "");
    grants.put(
        code,
        new Grant(
            person,
            asked.getOrDefault("nonce", ""),
            asked.getOrDefault("code_challenge", ""),
            returnTo));
    exchange
        .getResponseHeaders()
        .add(
            "Location",
            returnTo
                + "?code="
                + code
                + "&state="
                + encoded(asked.getOrDefault("state", ""))
                + "&iss="
                + encoded(issuer()));
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void token(HttpExchange exchange) throws IOException {
    var asked = form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    if (endless) {
      exchange.sendResponseHeaders(200, 0);
      try (var out = exchange.getResponseBody()) {
        for (int i = 0; i < 1_024; i++) out.write(new byte[1_024]);
      }
      return;
    }
    var proof =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((encoded(CLIENT) + ":" + encoded(SECRET)).getBytes(UTF_8));
    if (!proof.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      answer(exchange, 401, Map.of("error", "invalid_client"));
      return;
    }
    var grant = grants.remove(asked.getOrDefault("code", ""));
    boolean isGranted =
        grant != null
            && "authorization_code".equals(asked.get("grant_type"))
            && grant.returnTo().equals(asked.get("redirect_uri"))
            && grant.challenge().equals(challenge(asked.getOrDefault("code_verifier", "")));
    if (grant == null || !isGranted) {
      answer(exchange, 400, Map.of("error", "invalid_grant"));
      return;
    }
    answer(
        exchange,
        200,
        Map.of(
            "access_token",
            "not used",
            "token_type",
            "Bearer",
            "expires_in",
            300,
            "id_token",
            idToken(grant)));
  }

  private String idToken(Grant grant) {
    var said = new LinkedHashMap<String, Object>(grant.person());
    long now = Instant.now().getEpochSecond();
    said.put("iss", issuer());
    said.put("aud", CLIENT);
    said.put("iat", now);
    said.put("exp", now + 300);
    said.put("nonce", grant.nonce());
    var header = Map.of("alg", "RS256", "kid", signer.id());
    var content = base64(Json.text(header)) + "." + base64(Json.text(claims.apply(said)));
    try {
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(signer.pair().getPrivate());
      signature.update(content.getBytes(UTF_8));
      return content + "." + base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Key newKey() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2_048);
      return new Key("key-" + keyCount.incrementAndGet(), generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void answer(HttpExchange exchange, int status, Map<String, ?> body) throws IOException {
    var bytes = Json.text(broken ? Map.of("error", "server_error") : body).getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(broken ? 500 : status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static Map<String, String> form(String text) {
    var all = new HashMap<String, String>();
    for (var pair : text.split("&", -1)) {
      int at = pair.indexOf('=');
      if (at > 0) all.put(decoded(pair.substring(0, at)), decoded(pair.substring(at + 1)));
    }
    return all;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, UTF_8);
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, UTF_8);
  }

  private static String challenge(String verifier) {
    try {
      return base64(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int start = bytes[0] == 0 ? 1 : 0;
    return base64(java.util.Arrays.copyOfRange(bytes, start, bytes.length));
  }

  private static String base64(String text) {
    return base64(text.getBytes(UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
