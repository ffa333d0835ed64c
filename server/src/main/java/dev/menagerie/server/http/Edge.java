package dev.menagerie.server.http;

import dev.menagerie.server.GameUnavailable;
import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.http.RouteTable.Match;
import dev.menagerie.socketio.http.HttpDecision;
import dev.menagerie.socketio.http.HttpHandler;
import dev.menagerie.socketio.http.HttpProblem;
import dev.menagerie.socketio.http.HttpRequest;
import dev.menagerie.socketio.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where every plain HTTP request arrives and every failure ends: it becomes a response, with the
 * headers all responses have. Decides from the head of a request whether its body is read. Blocks;
 * each request runs on a virtual thread of its own.
 */
public final class Edge implements HttpHandler.Blocking {
  private static final Logger LOG = LoggerFactory.getLogger(Edge.class);

  /** Retry hint while a store is lost: it is usually back within seconds. */
  private static final Duration STORE_RETRY = Duration.ofSeconds(2);

  /** Retry hint while the server is closed to new games: a maintenance takes minutes. */
  private static final Duration CLOSED_RETRY = Duration.ofMinutes(1);

  private static final Duration IDLE_POLL = Duration.ofMillis(5);

  /** Bytes from which a response counts against the bound on bytes, not only the one on calls. */
  private static final int LARGE = 16 * 1024;

  private final RouteTable routes;
  private final Guards guards;
  private final Calls calls;
  private final Site site;
  private final CrossOrigin crossOrigin;
  private final Traffic traffic;
  private final AtomicInteger inFlight = new AtomicInteger();
  private volatile boolean stopping;
  private volatile boolean closedToNewGames;
  private volatile BooleanSupplier isMaintained = () -> false;

  /**
   * The HTTP side of the port.
   *
   * @param traffic measures requests
   */
  public Edge(RouteTable routes, Guards guards, Site site, Traffic traffic) {
    this.routes = routes;
    this.guards = guards;
    this.calls = new Calls(guards);
    this.site = site;
    this.crossOrigin = new CrossOrigin(guards.origins());
    this.traffic = traffic;
  }

  /** Opens the server to new games, or closes it: calls that start one are refused as busy. */
  public void allowNewGames(boolean allowed) {
    closedToNewGames = !allowed;
  }

  /** Calls that start a game are refused as busy while this says so, too. */
  public void closeToNewGamesWhile(BooleanSupplier isMaintained) {
    this.isMaintained = isMaintained;
  }

  /** Begins the shutdown: calls that start a game are refused as busy. */
  public void stop() {
    stopping = true;
  }

  /** Waits until no call is in progress, at most this long. */
  public void awaitIdle(Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    while (inFlight.get() > 0 && System.nanoTime() < end) {
      LockSupport.parkNanos(IDLE_POLL.toNanos());
    }
  }

  /** A request while it is handled. */
  private record Visit(HttpRequest head, Match match, long startNanos) {}

  @Override
  public HttpDecision decide(HttpRequest head) {
    var visit = new Visit(head, routes.find(head.method(), head.path()), System.nanoTime());
    try {
      crossOrigin.check(head);
      return decide(visit);
    } catch (RuntimeException failure) {
      return HttpDecision.respond(finished(visit, refused(visit, failure)));
    }
  }

  private HttpDecision decide(Visit visit) {
    var head = visit.head();
    if (head.method().equals("OPTIONS")) {
      var methods = routes.methods(head.path());
      if (methods.isEmpty()) throw HttpRefusal.of(ProblemKind.NOT_FOUND);
      return respond(visit, crossOrigin.preflight(head, methods));
    }
    return switch (visit.match()) {
      case Match.Found(var route, var pathParameters) -> {
        var page = route.isForMachines() ? Optional.<HttpResponse>empty() : site.navigation(head);
        yield page.isPresent() ? respond(visit, page.get()) : call(visit, route, pathParameters);
      }
      case Match.OtherMethods _ -> throw HttpRefusal.of(ProblemKind.METHOD_NOT_ALLOWED);
      case Match.Nothing _ ->
          respond(visit, site.find(head).orElseThrow(HttpRefusal.because(ProblemKind.NOT_FOUND)));
    };
  }

  private HttpDecision respond(Visit visit, HttpResponse response) {
    requireBytes(visit.head(), response.body().length);
    return HttpDecision.respond(finished(visit, response));
  }

  /** Counts a large response against its address's bound on bytes, beyond the one on calls. */
  private void requireBytes(HttpRequest request, int bytes) {
    if (bytes < LARGE) return;
    var network = RateLimiter.network(request.remoteAddress());
    guards.limiter().require(guards.bytesPerAddress(), network, bytes);
  }

  private void requireOpen() {
    if (stopping) {
      throw HttpRefusal.of(ProblemKind.BUSY, "The server is shutting down").retryAfter(STORE_RETRY);
    }
    if (closedToNewGames || isMaintained.getAsBoolean()) {
      throw HttpRefusal.of(ProblemKind.BUSY, "No new games begin for now").retryAfter(CLOSED_RETRY);
    }
  }

  private <B, R> HttpDecision call(
      Visit visit, Route<B, R> route, Map<String, String> pathParameters) {
    if (route.refusedWhileStopping) requireOpen();
    var admitted = calls.admit(route, pathParameters, visit.head());
    return HttpDecision.readThenBlock(
        route.maxBodyBytes,
        request -> {
          inFlight.incrementAndGet();
          try {
            var response = calls.make(admitted, request);
            requireBytes(request, response.body().length);
            return finished(visit, response);
          } catch (RuntimeException failure) {
            return finished(visit, refused(visit, failure));
          } finally {
            inFlight.decrementAndGet();
          }
        });
  }

  /** Answers a request whose body has arrived. May wait. */
  public HttpResponse handle(HttpRequest request) {
    return switch (decide(request)) {
      case HttpDecision.Respond(var response) -> response;
      case HttpDecision.Read(int most, var responder) ->
          request.body().length > most
              ? refuse(HttpProblem.BODY_TOO_LARGE, Optional.of(request))
              : responder.respond(request).toCompletableFuture().join();
    };
  }

  @Override
  public HttpResponse refuse(HttpProblem problem, Optional<HttpRequest> head) {
    if (head.isEmpty()) {
      return SecurityHeaders.on(ProblemDocument.response(refusal(problem)), Optional.empty());
    }
    var match = routes.find(head.get().method(), head.get().path());
    var refusal =
        problem == HttpProblem.BODY_TOO_LARGE && match instanceof Match.Found(var route, _)
            ? HttpRefusal.of(
                ProblemKind.PAYLOAD_TOO_LARGE,
                "A body may have " + route.maxBodyBytes + " bytes at most")
            : refusal(problem);
    var visit = new Visit(head.get(), match, System.nanoTime());
    return finished(visit, ProblemDocument.response(refusal));
  }

  private static HttpRefusal refusal(HttpProblem problem) {
    return HttpRefusal.of(ProblemKind.of(problem));
  }

  private static HttpResponse refused(Visit visit, RuntimeException failure) {
    var response = ProblemDocument.response(refusal(visit.head(), failure));
    return visit.match() instanceof Match.OtherMethods(var allowed) && response.status() == 405
        ? response.with("Allow", String.join(", ", allowed))
        : response;
  }

  private HttpResponse finished(Visit visit, HttpResponse response) {
    var marked =
        response.headers().first("Cache-Control").isEmpty()
            ? response.with("Cache-Control", "no-store")
            : response;
    long nanos = System.nanoTime() - visit.startNanos();
    traffic.responded(visit.match(), visit.head().method(), marked.status(), nanos);
    return SecurityHeaders.on(
        crossOrigin.mark(visit.head(), marked), site.embedders(visit.head().path()));
  }

  private static HttpRefusal refusal(HttpRequest request, RuntimeException failure) {
    return switch (failure) {
      case HttpRefusal refusal -> refusal;
      case StoreUnavailable lost -> {
        LOG.warn("{} {}: {}", request.method(), request.path(), lost.getMessage());
        yield HttpRefusal.of(ProblemKind.UNAVAILABLE)
            .with(Map.of("store", lost.store().toString()))
            .retryAfter(STORE_RETRY);
      }
      case GameUnavailable elsewhere ->
          HttpRefusal.of(ProblemKind.UNAVAILABLE, elsewhere.reason().message())
              .with(elsewhere.reason().details());
      default -> {
        String incident = UUID.randomUUID().toString();
        LOG.atError()
            .setCause(failure)
            .addKeyValue("incident", incident)
            .log("{} {} failed, incident {}", request.method(), request.path(), incident);
        yield HttpRefusal.of(ProblemKind.INTERNAL).with(Map.of("incident", incident));
      }
    };
  }

  /** Counts responses. */
  @FunctionalInterface
  public interface Traffic {
    void responded(String route, String method, int status, long nanos);

    /** Counts each response in this and then in the other. */
    default Traffic and(Traffic other) {
      return (route, method, status, nanos) -> {
        responded(route, method, status, nanos);
        other.responded(route, method, status, nanos);
      };
    }

    private void responded(Match match, String method, int status, long nanos) {
      Optional<String> route =
          match instanceof Match.Found found
              ? Optional.of(found.route().path.text())
              : Optional.empty();
      responded(route.orElse("other"), method, status, nanos);
    }
  }
}
