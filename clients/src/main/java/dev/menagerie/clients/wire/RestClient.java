package dev.menagerie.clients.wire;

import dev.menagerie.codec.InvalidJson;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The REST calls of a player. Thread safe. */
public final class RestClient implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final String origin;

  /**
   * @param origin such as {@code http://127.0.0.1:8080}
   */
  public RestClient(String origin) {
    this.origin = origin;
  }

  /** A player who has signed in. */
  public record Guest(String id, String name, String token) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** Signs in a new guest; throws {@link CallFailed} if the server refuses or does not answer. */
  public Guest signIn(String name) {
    record Body(String name) {}
    var body = post("/auth/guest", Optional.empty(), new Body(name));
    var user = body.get("user");
    return new Guest(
        user.get("id").asString(),
        user.get("name").asString(),
        body.get("access_token").asString());
  }

  /**
   * Reads a resource.
   *
   * @param as the player who asks; empty for public resources
   * @throws CallFailed if the server refuses or does not answer
   */
  public JsonNode get(String path, Optional<Guest> as) {
    return send(request(path, as).GET());
  }

  /**
   * Posts a body.
   *
   * @param body a record or map that becomes JSON
   * @throws CallFailed if the server refuses or does not answer
   */
  public JsonNode post(String path, Optional<Guest> as, Object body) {
    return send(
        request(path, as)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(Json.bytes(body))));
  }

  private HttpRequest.Builder request(String path, Optional<Guest> as) {
    var request = HttpRequest.newBuilder(URI.create(origin + path)).timeout(PATIENCE);
    as.ifPresent(guest -> request.header("Authorization", "Bearer " + guest.token()));
    return request;
  }

  private JsonNode send(HttpRequest.Builder builder) {
    var request = builder.build();
    try {
      var response = http.send(request, BodyHandlers.ofByteArray());
      if (response.statusCode() >= 300) {
        throw new CallFailed(
            request,
            response.statusCode() + " " + code(response.body()),
            response.headers().firstValue("Retry-After").flatMap(RestClient::seconds));
      }
      return Json.tree(response.body(), Limits.DOCUMENT);
    } catch (IOException e) {
      throw new CallFailed(request, "no response", Optional.empty());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallFailed(request, "interrupted", Optional.empty());
    }
  }

  private static Optional<Duration> seconds(String text) {
    return text.matches("\\d{1,6}")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
        : Optional.empty();
  }

  private static String code(byte[] problem) {
    try {
      return Json.tree(problem, Limits.DOCUMENT).path("code").asString("");
    } catch (InvalidJson notOurs) {
      return "";
    }
  }

  @Override
  public void close() {
    http.close();
  }

  /** A call that the server refused, or that got no response. */
  public static final class CallFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final transient Optional<Duration> retryAfter;

    CallFailed(HttpRequest request, String reason, Optional<Duration> retryAfter) {
      super(request.method() + " " + request.uri().getPath() + ": " + reason);
      this.reason = reason;
      this.retryAfter = retryAfter;
    }

    /** The response's reason, without the request. */
    public String reason() {
      return reason;
    }

    /** When the server says to come back, if it does. */
    public Optional<Duration> retryAfter() {
      return retryAfter;
    }
  }
}
