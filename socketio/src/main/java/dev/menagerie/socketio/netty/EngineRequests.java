package dev.menagerie.socketio.netty;

import dev.menagerie.socketio.engineio.EngineError;
import dev.menagerie.socketio.engineio.EngineServer;
import dev.menagerie.socketio.engineio.EngineSession;
import dev.menagerie.socketio.engineio.Handshake;
import dev.menagerie.socketio.engineio.PollExchange;
import dev.menagerie.socketio.http.HttpProblem;
import dev.menagerie.socketio.limits.ClientShares;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Instant;
import java.util.Optional;

/** The requests of one Engine.IO endpoint: handshakes, polls and upgrades. */
final class EngineRequests implements HttpRouter.Requests {
  private final NettySettings settings;
  private final EngineServer endpoint;
  private final Surroundings surroundings;

  EngineRequests(NettySettings settings, EngineServer endpoint, Surroundings surroundings) {
    this.settings = settings;
    this.endpoint = endpoint;
    this.surroundings = surroundings;
  }

  /** State that all endpoints of a port share. */
  record Surroundings(LoopExecutors executors, ClientShares shares) {}

  /** The kind of a request, as its head shows it. */
  private sealed interface Purpose {
    record Open() implements Purpose {}

    record Get(EngineSession session, Poll poll) implements Purpose {}

    record Post(EngineSession session, Poll poll) implements Purpose {}

    record Upgrade(Optional<EngineSession> session) implements Purpose {}
  }

  /** Whether a path is this endpoint's, with or without its last slash. */
  boolean serves(String path) {
    String served = endpoint.settings().path();
    return path.equals(served) || (served.length() == path.length() + 1 && served.startsWith(path));
  }

  @Override
  public void begins(HttpExchange exchange) {
    RequestHead head = exchange.head();
    if (!settings.origins().allows(head.headers(), head.secure())) {
      endpoint.listener().refused(EngineError.FORBIDDEN);
      exchange.respond(refusal(exchange, EngineError.FORBIDDEN));
      return;
    }
    if (head.method().equals("OPTIONS")) {
      exchange.respond(Cors.preflight(head.headers()));
      return;
    }
    boolean upgrade = WebSocketUpgrade.isAsked(head.headers());
    var door = upgrade ? EngineServer.Door.WEBSOCKET : EngineServer.Door.HTTP;
    switch (endpoint.route(head.method(), head.query(), door)) {
      case EngineServer.Route.Refused(var error) -> exchange.respond(refusal(exchange, error));
      case EngineServer.Route.Open() ->
          withoutBody(
              exchange, upgrade ? new Purpose.Upgrade(Optional.empty()) : new Purpose.Open());
      case EngineServer.Route.Known(var session) -> {
        if (upgrade) {
          withoutBody(exchange, new Purpose.Upgrade(Optional.of(session)));
        } else {
          poll(exchange, session);
        }
      }
    }
  }

  private void poll(HttpExchange exchange, EngineSession session) {
    var poll = new Poll(exchange);
    switch (exchange.head().method()) {
      case "GET" -> withoutBody(exchange, new Purpose.Get(session, poll));
      case "POST" -> {
        exchange.attach(new Purpose.Post(session, poll));
        session.polling().postBegins(poll);
        exchange.read(session.input().payloadLimit());
      }
      default -> exchange.respond(refusal(exchange, EngineError.BAD_REQUEST));
    }
  }

  private void withoutBody(HttpExchange exchange, Purpose purpose) {
    if (exchange.head().announcesBody()) {
      exchange.respond(refusal(exchange, EngineError.BAD_REQUEST));
    } else {
      exchange.attach(purpose);
      exchange.read(0);
    }
  }

  @Override
  public void complete(HttpExchange exchange, byte[] body) {
    switch (exchange.attachment()) {
      case Purpose.Open() -> open(exchange);
      case Purpose.Get(var session, var poll) -> session.polling().get(poll);
      case Purpose.Post(var session, var poll) -> session.polling().postEnds(poll, body);
      case Purpose.Upgrade(var session) -> upgrade(exchange, session);
      case null, default ->
          throw new IllegalStateException("not a purpose: " + exchange.attachment());
    }
  }

  @Override
  public void refuse(HttpExchange exchange, HttpProblem problem) {
    if (exchange.attachment() instanceof Purpose.Post(var session, var poll)) {
      session.polling().postRefused(poll, problem == HttpProblem.BODY_TOO_LARGE);
    }
    EngineError error =
        switch (problem) {
          case BODY_TOO_LARGE -> EngineError.PAYLOAD_TOO_LARGE;
          case BUSY, OVERDUE -> EngineError.UNAVAILABLE;
          default -> EngineError.BAD_REQUEST;
        };
    FullHttpResponse response = refusal(exchange, error);
    response.setStatus(HttpResponseStatus.valueOf(problem.status()));
    exchange.respond(response);
  }

  @Override
  public void lost(HttpExchange exchange) {
    switch (exchange.attachment()) {
      case Purpose.Get(var session, var poll) -> session.polling().lost(poll);
      case Purpose.Post(var session, var poll) -> session.polling().lost(poll);
      case null, default -> {}
    }
  }

  /** A poll waits as long as its session lives. */
  @Override
  public boolean mayWait() {
    return true;
  }

  private void open(HttpExchange exchange) {
    Optional<EngineSession> session = create(exchange);
    exchange.respond(
        session.isPresent()
            ? text(exchange, session.get().openOverPolling())
            : refusal(exchange, EngineError.UNAVAILABLE));
  }

  /** A new session; none if its client's network has as many as it may. */
  private Optional<EngineSession> create(HttpExchange exchange) {
    RequestHead head = exchange.head();
    Optional<ClientShares.Lease> lease = surroundings.shares().openSession(head.clientAddress());
    if (lease.isEmpty()) {
      endpoint.listener().refused(EngineError.UNAVAILABLE);
      return Optional.empty();
    }
    var handshake =
        new Handshake(
            head.headers(), head.query(), head.clientAddress(), head.secure(), Instant.now());
    return endpoint.create(handshake, head.cost(), executor(exchange), lease.get());
  }

  private LoopExecutor executor(HttpExchange exchange) {
    return surroundings.executors().of(exchange.ctx().channel().eventLoop());
  }

  private void upgrade(HttpExchange exchange, Optional<EngineSession> existing) {
    Optional<FullHttpResponse> accepted = WebSocketUpgrade.accept(exchange.request());
    if (accepted.isEmpty()) {
      exchange.closeAfter();
      exchange.respond(WebSocketUpgrade.wrongVersion());
      return;
    }
    Optional<EngineSession> session = existing.or(() -> create(exchange));
    if (session.isEmpty()) {
      exchange.closeAfter();
      exchange.respond(refusal(exchange, EngineError.UNAVAILABLE));
      return;
    }
    var transport = transport(exchange, session.get(), existing.isPresent(), accepted.get());
    WebSocketUpgrade.switchTo(exchange.ctx(), transport, accepted.get());
    if (existing.isPresent()) {
      session.get().executor().execute(() -> session.get().upgrade().opened(transport));
    } else {
      session.get().openOverWebSocket(transport);
    }
  }

  private WebSocketTransport transport(
      HttpExchange exchange, EngineSession session, boolean probes, FullHttpResponse accepted) {
    LoopExecutor executor = executor(exchange);
    return new WebSocketTransport(
        session,
        executor,
        exchange.ctx().channel(),
        probes ? WebSocketTransport.Phase.PROBING : WebSocketTransport.Phase.OPEN,
        deflating(exchange, executor, accepted),
        new WebSocketInput.Bounds(
            exchange.hold(),
            settings.timeouts().message(),
            settings.compression().map(Compression::maxRatio).orElse(1)));
  }

  /** Compression, where the server offers it and the client asks for it; the response names it. */
  private Optional<FrameDeflater> deflating(
      HttpExchange exchange, LoopExecutor executor, FullHttpResponse accepted) {
    return settings
        .compression()
        .flatMap(compression ->
            DeflateAgreement.of(exchange.head().headers())
                .map(agreement -> {
                  accepted.headers().set(DeflateAgreement.HEADER, agreement.header());
                  return new FrameDeflater(executor, compression, agreement);
                }));
  }

  private FullHttpResponse refusal(HttpExchange exchange, EngineError error) {
    var response = HttpResponses.json(error.status(), error.body());
    allow(response, exchange);
    return error == EngineError.UNAVAILABLE
        ? HttpRouter.retryLater(HttpProblem.BUSY, response)
        : response;
  }

  private FullHttpResponse text(HttpExchange exchange, byte[] payload) {
    var response = HttpResponses.of(200, "text/plain; charset=UTF-8", payload);
    response.headers().set(HttpHeaderNames.CACHE_CONTROL, "no-store");
    allow(response, exchange);
    return response;
  }

  private void allow(FullHttpResponse response, HttpExchange exchange) {
    RequestHead head = exchange.head();
    if (settings.origins().allows(head.headers(), head.secure())) {
      Cors.allow(response, head.headers());
    }
  }

  /** A polling request that waits for its session's answer. */
  private final class Poll implements PollExchange {
    private final HttpExchange exchange;

    Poll(HttpExchange exchange) {
      this.exchange = exchange;
    }

    @Override
    public void respond(byte[] payload) {
      exchange.respond(text(exchange, payload));
    }

    @Override
    public void accept() {
      exchange.respond(text(exchange, new byte[] {'o', 'k'}));
    }

    @Override
    public void refuse(EngineError error) {
      exchange.respond(refusal(exchange, error));
    }
  }
}
