package dev.menagerie.server.chat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/** A filter over HTTP that says no to "rude", stars out "sly", and fails at "broken". */
public final class TestFilter implements AutoCloseable {
  private final HttpServer server;
  private final List<JsonNode> asked = new CopyOnWriteArrayList<>();

  private TestFilter(HttpServer server) {
    this.server = server;
  }

  public static TestFilter start() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var filter = new TestFilter(server);
      server.createContext("/judge", filter::judge);
      server.start();
      return filter;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/judge");
  }

  /** What it was asked, in order. */
  public List<JsonNode> asked() {
    return asked;
  }

  private void judge(HttpExchange exchange) throws IOException {
    var question = Json.tree(exchange.getRequestBody().readAllBytes(), Limits.MESSAGE);
    asked.add(question);
    var text = question.path("text").asString();
    if (text.contains("rude")) {
      exchange.sendResponseHeaders(422, -1);
    } else if (text.contains("broken")) {
      exchange.sendResponseHeaders(500, -1);
    } else if (text.contains("nonsense")) {
      respond(exchange, "{\"text\": \"\"}");
    } else if (text.contains("sly")) {
      respond(exchange, "{\"text\": \"" + text.replace("sly", "***") + "\"}");
    } else {
      exchange.sendResponseHeaders(204, -1);
    }
    exchange.close();
  }

  private static void respond(HttpExchange exchange, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
