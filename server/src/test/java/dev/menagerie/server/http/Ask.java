package dev.menagerie.server.http;

import dev.menagerie.socketio.http.Headers;
import dev.menagerie.socketio.http.HttpRequest;
import dev.menagerie.socketio.http.Query;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds a request. */
public final class Ask {
  private final String method;
  private final String path;
  private final Map<String, List<String>> query = new LinkedHashMap<>();
  private Headers headers = Headers.of("Host", "play.example");
  private byte[] body = {};
  private String address = "192.0.2.1";

  private Ask(String method, String path) {
    this.method = method;
    this.path = path;
  }

  public static Ask get(String path) {
    return new Ask("GET", path);
  }

  public static Ask post(String path) {
    return new Ask("POST", path);
  }

  public static Ask with(String method, String path) {
    return new Ask(method, path);
  }

  public Ask header(String name, String value) {
    headers = headers.with(name, value);
    return this;
  }

  public Ask bearer(String token) {
    return header("Authorization", "Bearer " + token);
  }

  public Ask query(String name, String... values) {
    query.put(name, List.of(values));
    return this;
  }

  public Ask json(String text) {
    return header("Content-Type", "application/json").bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  public Ask bytes(byte[] bytes) {
    body = bytes;
    return this;
  }

  public Ask from(String remote) {
    address = remote;
    return this;
  }

  public HttpRequest request() {
    return new HttpRequest(method, path, new Query(query), headers, body, address, false);
  }
}
