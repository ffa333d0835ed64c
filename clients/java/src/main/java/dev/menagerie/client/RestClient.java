package dev.menagerie.client;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes calls with the tokens of one user, and renews them. Thread safe. */
final class RestClient {
  /** Longer than the server takes for any call; after that the network is at fault. */
  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  /** A token is renewed this long before it expires. */
  private static final Duration RENEW_BEFORE = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final String url;
  private @Nullable Tokens tokens;

  /** Tokens of a user; {@code expires} is by this machine's clock. */
  private record Tokens(String access, String refresh, Instant expires, User user) {}

  RestClient(String url) {
    this.url = url.replaceAll("/+$", "");
  }

  String url() {
    return url;
  }

  synchronized Optional<User> user() {
    return Optional.ofNullable(tokens).map(Tokens::user);
  }

  synchronized User save(JsonNode body) {
    var named = body.path("user");
    var user = new User(named.path("id").asString(""), named.path("name").asString(""));
    var expires = Instant.now().plusSeconds(body.path("expires_in").asLong(0));
    tokens =
        new Tokens(
            body.path("access_token").asString(""),
            body.path("refresh_token").asString(""),
            expires,
            user);
    return user;
  }

  synchronized void clear() {
    tokens = null;
  }

  synchronized Optional<String> refreshToken() {
    return Optional.ofNullable(tokens).map(Tokens::refresh);
  }

  /** A valid token, renewed when it is about to expire; empty: not signed in. */
  synchronized Optional<String> accessToken() {
    return tokenOtherThan("");
  }

  /** A token other than one that was refused; a call at the same time may have renewed it. */
  synchronized Optional<String> tokenOtherThan(String refused) {
    var current = tokens;
    if (current == null) return Optional.empty();
    boolean old = Instant.now().plus(RENEW_BEFORE).isAfter(current.expires());
    if (old || current.access().equals(refused)) renew();
    return Optional.ofNullable(tokens).map(Tokens::access);
  }

  synchronized void renew() {
    var current = tokens;
    if (current == null) return;
    try {
      var body = Map.of("refresh_token", current.refresh());
      save(open("POST", "/auth/refresh", body));
    } catch (RequestRefused refused) {
      if (refused.status() == 401 || refused.status() == 403) tokens = null;
      throw refused;
    }
  }

  /** A call without a token. */
  JsonNode open(String method, String path, @Nullable Object body) {
    return body(send(method, path, body, Map.of(), Optional.empty()));
  }

  /** A call with the user's token, if a user is signed in. */
  JsonNode call(String method, String path, @Nullable Object body, Map<String, String> headers) {
    var token = accessToken();
    var response = send(method, path, body, headers, token);
    if (response.statusCode() == 401 && token.isPresent()) {
      response = send(method, path, body, headers, tokenOtherThan(token.get()));
    }
    return body(response);
  }

  /** All items of a list, page by page. */
  List<JsonNode> list(String path) {
    var items = new ArrayList<JsonNode>();
    var cursor = Optional.<String>empty();
    do {
      var query = cursor.map(at -> "?cursor=" + encoded(at)).orElse("");
      var page = call("GET", path + query, null, Map.of());
      items.addAll(Json.list(page.path("items"), item -> item));
      cursor = page.path("next_cursor").stringValueOpt();
    } while (cursor.isPresent());
    return List.copyOf(items);
  }

  static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private HttpResponse<String> send(
      String method,
      String path,
      @Nullable Object body,
      Map<String, String> headers,
      Optional<String> token) {
    var request = HttpRequest.newBuilder(URI.create(url + path)).timeout(TIMEOUT);
    headers.forEach(request::header);
    token.ifPresent(access -> request.header("Authorization", "Bearer " + access));
    if (body != null) request.header("Content-Type", "application/json");
    request.method(
        method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(Json.write(body)));
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new Unreachable(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable(method + " " + path, e);
    }
  }

  private static JsonNode body(HttpResponse<String> response) {
    int status = response.statusCode();
    if (status < 300) return status == 204 ? Json.object() : Json.read(response.body());
    var wait =
        response
            .headers()
            .firstValue("Retry-After")
            .filter(text -> text.matches("\\d{1,6}"))
            .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    throw new RequestRefused(status, Json.read(response.body()), wait);
  }
}
