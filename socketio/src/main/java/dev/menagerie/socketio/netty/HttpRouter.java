package dev.menagerie.socketio.netty;

import dev.menagerie.socketio.engineio.EngineError;
import dev.menagerie.socketio.engineio.EngineServer;
import dev.menagerie.socketio.engineio.EngineSession;
import dev.menagerie.socketio.engineio.Handshake;
import dev.menagerie.socketio.engineio.PollExchange;
import dev.menagerie.socketio.http.Headers;
import dev.menagerie.socketio.http.HttpHandler;
import dev.menagerie.socketio.http.HttpRequest;
import dev.menagerie.socketio.http.HttpResponse;
import dev.menagerie.socketio.http.Query;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the requests of an Engine.IO endpoint from the host application's, and answers the former.
 */
final class HttpRouter {
  /** No honest request has more query parameters. */
  private static final int MAX_PARAMETERS = 64;

  private final NettySettings settings;
  private final List<EngineServer> endpoints;
  private final HttpHandler host;
  private final LoopLanes lanes;

  HttpRouter(
      NettySettings settings, List<EngineServer> endpoints, HttpHandler host, LoopLanes lanes) {
    this.settings = settings;
    this.endpoints = List.copyOf(endpoints);
    this.host = host;
    this.lanes = lanes;
  }

  /** What an Engine.IO request turned out to be, from its headers. */
  private sealed interface Purpose {
    /** Answered by the headers alone, or about to be once its body, if any, was dealt with. */
    record Answer(FullHttpResponse response) implements Purpose {}

    record Open(EngineServer endpoint) implements Purpose {}

    record Get(EngineSession session, Poll poll) implements Purpose {}

    record Post(EngineSession session, Poll poll) implements Purpose {}

    record Upgrade(EngineServer endpoint, Optional<EngineSession> session) implements Purpose {}
  }

  /** The headers are there. */
  void begins(HttpExchange exchange) {
    String uri = exchange.request().uri();
    int end = uri.indexOf('?');
    String path = end < 0 ? uri : uri.substring(0, end);
    for (EngineServer endpoint : endpoints) {
      String served = endpoint.settings().path();
      if (path.equals(served)
          || (served.length() == path.length() + 1 && served.startsWith(path))) {
        engine(exchange, endpoint);
        return;
      }
    }
  }

  private void engine(HttpExchange exchange, EngineServer endpoint) {
    exchange.maxBody(endpoint.settings().maxPayload());
    Headers headers = headers(exchange);
    if (!settings.origins().allows(headers)) {
      endpoint.listener().refused(EngineError.FORBIDDEN);
      turnAway(exchange, EngineError.FORBIDDEN);
      return;
    }
    String method = exchange.request().method().name();
    if (method.equals("OPTIONS")) {
      exchange.attach(new Purpose.Answer(Cors.preflight(headers)));
      return;
    }
    boolean upgrade = WebSocketUpgrade.isAsked(headers);
    Query query = query(exchange);
    var door = upgrade ? EngineServer.Door.WEBSOCKET : EngineServer.Door.HTTP;
    switch (endpoint.route(method, query, door)) {
      case EngineServer.Route.Refused refused -> turnAway(exchange, refused.error());
      case EngineServer.Route.Open open ->
          exchange.attach(
              upgrade
                  ? new Purpose.Upgrade(endpoint, Optional.empty())
                  : new Purpose.Open(endpoint));
      case EngineServer.Route.Known known -> {
        if (upgrade) {
          exchange.attach(new Purpose.Upgrade(endpoint, Optional.of(known.session())));
        } else {
          poll(exchange, known.session(), method);
        }
      }
    }
  }

  private void poll(HttpExchange exchange, EngineSession session, String method) {
    if (method.equals("GET")) {
      exchange.attach(new Purpose.Get(session, new Poll(exchange)));
    } else if (method.equals("POST")) {
      var poll = new Poll(exchange);
      exchange.attach(new Purpose.Post(session, poll));
      session.postBegins(poll);
    } else {
      turnAway(exchange, EngineError.BAD_REQUEST);
    }
  }

  /** The body is there. */
  void complete(HttpExchange exchange, byte[] body) {
    switch (exchange.attachment()) {
      case null -> host(exchange, body);
      case Purpose purpose -> {
        switch (purpose) {
          case Purpose.Open open -> open(exchange, open.endpoint());
          case Purpose.Get get -> get.session().polled(get.poll());
          case Purpose.Post post -> post.session().postEnds(post.poll(), body);
          case Purpose.Upgrade upgrade -> upgrade(exchange, upgrade);
          case Purpose.Answer answer -> exchange.answer(answer.response());
        }
      }
      default -> throw new IllegalStateException("not a purpose: " + exchange.attachment());
    }
  }

  /** The body is over the limit; the answer is being written. */
  void tooLarge(HttpExchange exchange) {
    if (exchange.attachment() instanceof Purpose.Post post) {
      post.session().postTooLarge(post.poll());
    }
  }

  /** The connection ended before the answer. */
  void lost(HttpExchange exchange) {
    switch (exchange.attachment()) {
      case Purpose.Get get -> get.session().requestLost(get.poll());
      case Purpose.Post post -> post.session().requestLost(post.poll());
      case null, default -> {}
    }
  }

  private void open(HttpExchange exchange, EngineServer endpoint) {
    LoopLane lane = lanes.of(exchange.ctx().channel().eventLoop());
    EngineSession session = endpoint.create(handshake(exchange), lane);
    byte[] open = session.openOverPolling();
    exchange.answer(text(exchange, open));
  }

  private void upgrade(HttpExchange exchange, Purpose.Upgrade upgrade) {
    LoopLane lane = lanes.of(exchange.ctx().channel().eventLoop());
    Optional<FullHttpResponse> accepted = WebSocketUpgrade.accept(exchange.request());
    if (accepted.isEmpty()) {
      exchange.closeAfter();
      exchange.answer(WebSocketUpgrade.wrongVersion());
      return;
    }
    var deflating = deflating(exchange, lane, accepted.get());
    if (upgrade.session().isPresent()) {
      EngineSession session = upgrade.session().get();
      var transport =
          new WebSocketTransport(
              session, lane, exchange.ctx().channel(), WebSocketTransport.Phase.PROBING, deflating);
      WebSocketUpgrade.switchTo(exchange.ctx(), transport, accepted.get());
      session.lane().execute(() -> session.probeOpened(transport));
    } else {
      EngineSession session = upgrade.endpoint().create(handshake(exchange), lane);
      var transport =
          new WebSocketTransport(
              session, lane, exchange.ctx().channel(), WebSocketTransport.Phase.OPEN, deflating);
      WebSocketUpgrade.switchTo(exchange.ctx(), transport, accepted.get());
      session.openOverWebSocket(transport);
    }
  }

  /** Compression, where the server does it and the client asks for it; told in the answer. */
  private Optional<Deflating> deflating(
      HttpExchange exchange, LoopLane lane, FullHttpResponse accepted) {
    return settings
        .compression()
        .flatMap(compression ->
            DeflateAgreement.of(headers(exchange))
                .map(agreement -> {
                  accepted.headers().set(DeflateAgreement.HEADER, agreement.header());
                  return new Deflating(lane, compression, agreement);
                }));
  }

  /**
   * Refuses by the headers: at once if a body would follow, so that nobody sends it for nothing.
   */
  private void turnAway(HttpExchange exchange, EngineError error) {
    FullHttpResponse response = refusal(exchange, error);
    exchange.attach(new Purpose.Answer(response));
    if (exchange.hasBody()) {
      exchange.answer(response);
    }
  }

  private FullHttpResponse refusal(HttpExchange exchange, EngineError error) {
    var response = Reply.json(error.status(), error.body());
    Cors.allow(response, settings.origins(), headers(exchange));
    return response;
  }

  private FullHttpResponse text(HttpExchange exchange, byte[] payload) {
    var response = Reply.of(200, "text/plain; charset=UTF-8", payload);
    response.headers().set(HttpHeaderNames.CACHE_CONTROL, "no-store");
    Cors.allow(response, settings.origins(), headers(exchange));
    return response;
  }

  private void host(HttpExchange exchange, byte[] body) {
    Headers headers = headers(exchange);
    String uri = exchange.request().uri();
    int end = uri.indexOf('?');
    String peer = peer(exchange);
    var request =
        new HttpRequest(
            exchange.request().method().name(),
            end < 0 ? uri : uri.substring(0, end),
            query(exchange),
            headers,
            body,
            settings.proxies().clientAddress(peer, headers),
            settings.tls().isPresent() || settings.proxies().saysSecure(peer, headers));
    try {
      host.handle(request)
          .whenComplete((answer, failure) ->
              exchange.answer(answer == null ? Reply.plain(500) : full(answer)));
    } catch (RuntimeException failure) { // the edge of the host's code
      exchange.answer(Reply.plain(500));
    }
  }

  private static FullHttpResponse full(HttpResponse answer) {
    FullHttpResponse response =
        Reply.empty(answer.status()).replace(Unpooled.wrappedBuffer(answer.body()));
    answer.headers().forEach((name, value) -> response.headers().add(name, value));
    return response;
  }

  private Handshake handshake(HttpExchange exchange) {
    Headers headers = headers(exchange);
    String peer = peer(exchange);
    return new Handshake(
        headers,
        query(exchange),
        settings.proxies().clientAddress(peer, headers),
        settings.tls().isPresent() || settings.proxies().saysSecure(peer, headers),
        Instant.now());
  }

  private static String peer(HttpExchange exchange) {
    return exchange.ctx().channel().remoteAddress() instanceof InetSocketAddress address
        ? address.getAddress().getHostAddress()
        : "unknown";
  }

  private static Headers headers(HttpExchange exchange) {
    var pairs = new ArrayList<String>();
    for (Map.Entry<String, String> field : exchange.request().headers()) {
      pairs.add(field.getKey());
      pairs.add(field.getValue());
    }
    return Headers.of(pairs.toArray(String[]::new));
  }

  private static Query query(HttpExchange exchange) {
    String uri = exchange.request().uri();
    if (uri.indexOf('?') < 0) {
      return Query.none();
    }
    try {
      return new Query(
          new QueryStringDecoder(uri, java.nio.charset.StandardCharsets.UTF_8, true, MAX_PARAMETERS)
              .parameters());
    } catch (IllegalArgumentException malformed) {
      return Query.none();
    }
  }

  /** A polling request that waits for its session's answer. */
  private final class Poll implements PollExchange {
    private final HttpExchange exchange;

    Poll(HttpExchange exchange) {
      this.exchange = exchange;
    }

    @Override
    public void answer(byte[] payload) {
      exchange.answer(text(exchange, payload));
    }

    @Override
    public void accept() {
      exchange.answer(text(exchange, new byte[] {'o', 'k'}));
    }

    @Override
    public void refuse(EngineError error) {
      exchange.answer(refusal(exchange, error));
    }
  }
}
