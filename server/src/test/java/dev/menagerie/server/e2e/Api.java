package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.server.http.Contract;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** REST as a client calls it: every answer with its status, nothing is an exception. */
public final class Api {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final Map<String, Contract> CONTRACTS = new ConcurrentHashMap<>();

  private final String origin;
  private final Optional<String> token;
  private final Map<String, String> headers;

  private Api(String origin, Optional<String> token, Map<String, String> headers) {
    this.origin = origin;
    this.token = token;
    this.headers = headers;
  }

  public static Api of(String origin) {
    return new Api(origin, Optional.empty(), Map.of());
  }

  public Api as(String accessToken) {
    return new Api(origin, Optional.of(accessToken), headers);
  }

  public Api with(String header, String value) {
    var all = new HashMap<>(headers);
    all.put(header, value);
    return new Api(origin, token, all);
  }

  public String origin() {
    return origin;
  }

  /** A status with its body and headers. */
  public record Reply(int status, JsonNode body, HttpResponse<byte[]> response) {
    public JsonNode ok() {
      assertThat(status).as("%s", body).isBetween(200, 299);
      return body;
    }

    /** The problem, which must be this one. */
    public JsonNode refused(int wanted, String code) {
      assertThat(body.path("code").asString("")).as("%s %s", status, body).isEqualTo(code);
      assertThat(status).isEqualTo(wanted);
      assertThat(response.headers().firstValue("content-type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
      return body;
    }
  }

  public Reply get(String path) {
    return send(request(path).GET());
  }

  /** The text of an undocumented path that is not JSON. */
  public String text(String path) {
    return new String(answer(request(path).GET().build()).body(), StandardCharsets.UTF_8);
  }

  public Reply put(String path, Object body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(Json.text(body))));
  }

  public Reply delete(String path) {
    return send(request(path).DELETE());
  }

  public Reply post(String path) {
    return send(request(path).POST(BodyPublishers.noBody()));
  }

  public Reply post(String path, Object body) {
    return postText(path, Json.text(body));
  }

  public Reply postText(String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(URI.create(origin + path)).timeout(PATIENCE);
    token.ifPresent(t -> request.header("Authorization", "Bearer " + t));
    headers.forEach(request::header);
    return request;
  }

  /** Every answer of every test is compared with the server's own document. */
  private Reply send(HttpRequest.Builder building) {
    var request = building.build();
    var response = answer(request);
    contract()
        .check(
            request.method(),
            request.uri().getPath(),
            response.statusCode(),
            response.headers().firstValue("content-type").orElse(""),
            response.body());
    return new Reply(response.statusCode(), body(response.body()), response);
  }

  /** The OpenAPI contract of the server at this origin. */
  public Contract contract() {
    return CONTRACTS.computeIfAbsent(
        origin,
        _ ->
            new Contract(
                body(
                    answer(HttpRequest.newBuilder(URI.create(origin + "/openapi.json")).build())
                        .body())));
  }

  private static HttpResponse<byte[]> answer(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private static JsonNode body(byte[] bytes) {
    if (bytes.length == 0) return JsonNodeFactory.instance.objectNode();
    if (bytes[0] == '{' || bytes[0] == '[') return Json.tree(bytes, Limits.DOCUMENT);
    return JsonNodeFactory.instance.stringNode(new String(bytes, StandardCharsets.UTF_8));
  }
}
