package dev.menagerie.server.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.menagerie.codec.Json;
import dev.menagerie.server.http.ManagementAccess.Operator;
import dev.menagerie.server.http.ManagementAccess.Role;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operator's endpoints, on an address that players never reach: {@code /metrics} and what is
 * added to it. Uses the JDK's server, which is enough for a scrape every few seconds.
 */
public final class ManagementServer implements AutoCloseable {
  static {
    // Read once by the JDK's server: a client that sends or reads too slowly is closed.
    System.setProperty("sun.net.httpserver.maxReqTime", "10");
    System.setProperty("sun.net.httpserver.maxRspTime", "60");
    System.setProperty("jdk.httpserver.maxConnections", "64");
  }

  private static final Logger LOG = LoggerFactory.getLogger(ManagementServer.class);
  private static final int WAITING = 8;
  private static final int MAX_BODY_BYTES = 64 * 1_024;
  private static final String OPEN_METRICS =
      "application/openmetrics-text; version=1.0.0; charset=utf-8";
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry metrics;
  private final ManagementAccess access;
  private final HttpServer server;
  private final List<Endpoint> endpoints = new CopyOnWriteArrayList<>();
  private final Map<String, Response> files =
      new ConcurrentHashMap<>(); // a handful of packed files
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** Starts to listen. */
  public ManagementServer(
      InetSocketAddress address, PrometheusMeterRegistry metrics, ManagementAccess access)
      throws IOException {
    this.metrics = metrics;
    this.access = access;
    this.server = HttpServer.create(address, WAITING);
    on("GET", "/metrics", Role.METRICS, this::scrape);
    server.createContext("/", this::serve);
    server.setExecutor(threads);
    server.start();
  }

  /** The port it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  /**
   * A call of an operator.
   *
   * @param parameters the parts of the path that have a name
   * @param body at most 64 KiB
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  public record Call(
      Operator operator,
      Map<String, String> parameters,
      Map<String, String> query,
      Optional<String> accept,
      byte[] body) {
    /** The part of the path with this name. */
    public String parameter(String name) {
      return Objects.requireNonNull(parameters.get(name), name);
    }
  }

  /** The response to a call. */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  public record Response(int status, String type, byte[] body) {
    /** A response of JSON. */
    public static Response json(int status, Object value) {
      return new Response(status, "application/json", Json.bytes(value));
    }

    /** A response that says in a sentence what is wrong. */
    public static Response error(int status, String message) {
      return json(status, Map.of("error", message));
    }
  }

  /** Handles a call; may block. */
  @FunctionalInterface
  public interface Handler {
    Response handle(Call call);
  }

  private record Endpoint(
      String method, PathTemplate path, Role role, Handler handler, Consumer<Call> refused) {}

  /**
   * Answers {@code method path} for those with this role or a greater one.
   *
   * @param path with parameters in braces: {@code /admin/games/{id}}
   */
  public void on(String method, String path, Role role, Handler handler) {
    on(method, path, role, handler, _ -> {});
  }

  /**
   * Answers {@code method path} like the other {@code on}.
   *
   * @param refused hears of calls that are refused because their token's role is too small; their
   *     body is not read, and empty
   */
  public void on(String method, String path, Role role, Handler handler, Consumer<Call> refused) {
    endpoints.add(new Endpoint(method, PathTemplate.of(path), role, handler, refused));
  }

  /** A call that is answered here, and the smallest role that it takes. */
  public record Listed(String method, String path, Role role) {}

  /** All calls, in the order in which they were added. */
  public List<Listed> calls() {
    return endpoints.stream()
        .map(one -> new Listed(one.method(), one.path().text(), one.role()))
        .toList();
  }

  /**
   * Answers {@code GET path} with a file, for everybody: it must hold nothing secret.
   *
   * @param path without parameters
   */
  public void file(String path, String type, byte[] content) {
    files.put(path, new Response(200, type, content));
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Response response;
      try {
        response = respond(exchange);
      } catch (RuntimeException fault) {
        LOG.error("an operator's call failed", fault);
        response = Response.error(500, "see the server's log");
      }
      var headers = exchange.getResponseHeaders();
      headers.set("Content-Type", response.type());
      headers.set("Cache-Control", "no-store");
      headers.set("X-Content-Type-Options", "nosniff");
      headers.set(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
              + " frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
      headers.set("X-Frame-Options", "DENY");
      headers.set("Referrer-Policy", "no-referrer");
      headers.set("Cross-Origin-Opener-Policy", "same-origin");
      if (response.status() == 401) headers.set("WWW-Authenticate", "Bearer");
      exchange.sendResponseHeaders(response.status(), response.body().length);
      exchange.getResponseBody().write(response.body());
    }
  }

  private Response respond(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    // A page of another origin must not command the server, even where no token is asked for.
    if (!isOwnPage(headers.getFirst("Origin"), headers.getFirst("Host"))) {
      return Response.error(403, "pages of other origins may not call this");
    }
    var file = files.get(exchange.getRequestURI().getPath());
    if (file != null && exchange.getRequestMethod().equals("GET")) return file;
    var path = PathTemplate.split(exchange.getRequestURI().getPath());
    boolean known = false;
    for (var endpoint : endpoints) {
      var parameters = endpoint.path().match(path);
      if (parameters.isEmpty()) continue;
      known = true;
      if (!endpoint.method().equals(exchange.getRequestMethod())) continue;
      return respond(exchange, endpoint, parameters.get());
    }
    return known
        ? Response.error(405, "there is no such method here")
        : Response.error(404, "there is no such path");
  }

  private Response respond(HttpExchange exchange, Endpoint endpoint, Map<String, String> parameters)
      throws IOException {
    var headers = exchange.getRequestHeaders();
    var operator = access.holder(headers.getFirst("Authorization"));
    if (operator.isEmpty()) return Response.error(401, "a token is needed");
    if (!operator.get().role().includes(endpoint.role())) {
      if (!headers.containsKey("Authorization")) return Response.error(401, "a token is needed");
      endpoint.refused().accept(call(exchange, operator.get(), parameters, new byte[0]));
      return Response.error(403, "this takes the role " + endpoint.role());
    }
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
    if (body.length > MAX_BODY_BYTES) return Response.error(413, "the body is too long");
    return endpoint.handler().handle(call(exchange, operator.get(), parameters, body));
  }

  private static Call call(
      HttpExchange exchange, Operator operator, Map<String, String> parameters, byte[] body) {
    return new Call(
        operator,
        parameters,
        query(exchange.getRequestURI().getRawQuery()),
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Accept")),
        body);
  }

  private static boolean isOwnPage(@Nullable String origin, @Nullable String host) {
    return origin == null || origin.equals("http://" + host) || origin.equals("https://" + host);
  }

  private static Map<String, String> query(@Nullable String raw) {
    var query = new HashMap<String, String>();
    if (raw == null) return query;
    for (var part : raw.split("&", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0)
        query.put(decoded(part.substring(0, equals)), decoded(part.substring(equals + 1)));
    }
    return query;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      return text;
    }
  }

  private Response scrape(Call call) {
    var type =
        call.accept().filter(accepted -> accepted.contains("openmetrics")).isPresent()
            ? OPEN_METRICS
            : PROMETHEUS;
    return new Response(200, type, metrics.scrape(type).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
