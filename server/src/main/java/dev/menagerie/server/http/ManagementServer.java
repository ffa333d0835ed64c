package dev.menagerie.server.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The operator's endpoints, on an address that players never reach: {@code /metrics} and commands.
 * Uses the JDK's server, which is enough for a scrape every few seconds.
 */
public final class ManagementServer implements AutoCloseable {
  private static final int WAITING = 8;

  /** Operators send a line of text. */
  private static final int MAX_BODY = 4_096;

  private final PrometheusMeterRegistry metrics;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** Starts to listen. */
  public ManagementServer(InetSocketAddress address, PrometheusMeterRegistry metrics)
      throws IOException {
    this.metrics = metrics;
    this.server = HttpServer.create(address, WAITING);
    server.createContext("/metrics", this::scrape);
    server.setExecutor(threads);
    server.start();
  }

  /** The port it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** The answer to a command of the operator: a status and JSON. */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  public record Reply(int status, byte[] json) {}

  /**
   * Does something at {@code POST path}. Calls that a web page makes are refused: a page that the
   * operator has open must not command the server.
   */
  public void post(String path, Supplier<Reply> command) {
    post(path, _ -> command.get());
  }

  /** The same with the request's body, of which no more than {@value #MAX_BODY} bytes are read. */
  public void post(String path, Function<byte[], Reply> command) {
    server.createContext(path, exchange -> command(exchange, command));
  }

  private static void command(HttpExchange exchange, Function<byte[], Reply> command)
      throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("POST")) {
        exchange.sendResponseHeaders(405, -1);
        return;
      }
      if (exchange.getRequestHeaders().containsKey("Origin")) {
        exchange.sendResponseHeaders(403, -1);
        return;
      }
      var reply = command.apply(exchange.getRequestBody().readNBytes(MAX_BODY));
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(reply.status(), reply.json().length);
      exchange.getResponseBody().write(reply.json());
    }
  }

  private void scrape(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("GET")) {
        exchange.sendResponseHeaders(405, -1);
        return;
      }
      byte[] body = metrics.scrape().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
