package dev.menagerie.socketio.netty;

import dev.menagerie.socketio.engineio.EngineServer;
import dev.menagerie.socketio.http.HttpHandler;
import dev.menagerie.socketio.http.HttpProblem;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.List;
import java.util.Optional;

/** Sends each request to an Engine.IO endpoint or to the host application, by its path. */
final class HttpRouter {
  /** A busy server is usually less busy a second later. */
  private static final String RETRY_SECONDS = "1";

  private final List<EngineRequests> endpoints;
  private final HostRequests host;

  HttpRouter(List<EngineRequests> endpoints, HostRequests host) {
    this.endpoints = List.copyOf(endpoints);
    this.host = host;
  }

  static HttpRouter of(
      NettySettings settings,
      List<EngineServer> endpoints,
      HttpHandler host,
      EngineRequests.Surroundings surroundings) {
    return new HttpRouter(
        endpoints.stream()
            .map(endpoint -> new EngineRequests(settings, endpoint, surroundings))
            .toList(),
        new HostRequests(host, settings.maxBody()));
  }

  /** Handles requests of one kind. Called on the connection's event loop. */
  interface Requests {
    /** The head is here: answers, or has the body read. */
    void begins(HttpExchange exchange);

    /** The body is here. */
    void complete(HttpExchange exchange, byte[] body);

    /** The request is refused before it could be handled. */
    void refuse(HttpExchange exchange, HttpProblem problem);

    /** The connection ended before the response. */
    void lost(HttpExchange exchange);

    /** Whether a complete request may wait as long as it likes for its response. */
    boolean mayWait();
  }

  /** The head of a request is here. */
  void begins(HttpExchange exchange) {
    of(exchange).begins(exchange);
  }

  /** Its body is here. */
  void complete(HttpExchange exchange, byte[] body) {
    of(exchange).complete(exchange, body);
  }

  /** Answers a request with a problem. */
  void refuse(HttpExchange exchange, HttpProblem problem) {
    of(exchange).refuse(exchange, problem);
  }

  /** The connection ended before the response. */
  void lost(HttpExchange exchange) {
    if (exchange.hasHead()) {
      of(exchange).lost(exchange);
    }
  }

  boolean mayWait(HttpExchange exchange) {
    return of(exchange).mayWait();
  }

  /** The response to a request whose head could not be read. */
  FullHttpResponse refusal(HttpProblem problem) {
    return retryLater(problem, HttpResponses.of(host.handler().refuse(problem, Optional.empty())));
  }

  /** Adds {@code Retry-After} where a repeated request may succeed. */
  static FullHttpResponse retryLater(HttpProblem problem, FullHttpResponse response) {
    if (problem.status() == 503) {
      response.headers().set(HttpHeaderNames.RETRY_AFTER, RETRY_SECONDS);
    }
    return response;
  }

  private Requests of(HttpExchange exchange) {
    String path = exchange.head().path();
    for (EngineRequests endpoint : endpoints) {
      if (endpoint.serves(path)) {
        return endpoint;
      }
    }
    return host;
  }
}
