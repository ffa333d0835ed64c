package dev.menagerie.server.http;

import dev.menagerie.server.CardsUnavailable;
import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.http.RouteTable.Match;
import dev.menagerie.socketio.http.HttpHandler;
import dev.menagerie.socketio.http.HttpRequest;
import dev.menagerie.socketio.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where every plain HTTP request arrives and every failure ends: it becomes an answer, with the
 * headers all answers have. Blocks; each request runs on a virtual thread of its own.
 */
public final class Edge implements HttpHandler.Blocking {
  private static final Logger LOG = LoggerFactory.getLogger(Edge.class);

  /** A store that was lost is usually back within seconds. */
  private static final Duration STORE_RETRY = Duration.ofSeconds(2);

  private static final Duration IDLE_POLL = Duration.ofMillis(5);

  /** Smaller answers are bounded well enough by the calls they take. */
  private static final int LARGE = 16 * 1024;

  private final RouteTable routes;
  private final Guards guards;
  private final Calls calls;
  private final Site site;
  private final CrossOrigin crossOrigin;
  private final Traffic traffic;
  private final AtomicInteger inFlight = new AtomicInteger();
  private volatile boolean stopping;

  public Edge(RouteTable routes, Guards guards, Site site, Traffic traffic) {
    this.routes = routes;
    this.guards = guards;
    this.calls = new Calls(guards);
    this.site = site;
    this.crossOrigin = new CrossOrigin(guards.origins());
    this.traffic = traffic;
  }

  /** From now on nothing new begins: calls that start a game are refused as busy. */
  public void stop() {
    stopping = true;
  }

  /** Waits until no call is at work, at most this long. */
  public void awaitIdle(Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    while (inFlight.get() > 0 && System.nanoTime() < end) {
      LockSupport.parkNanos(IDLE_POLL.toNanos());
    }
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    inFlight.incrementAndGet();
    try {
      return answer(request);
    } finally {
      inFlight.decrementAndGet();
    }
  }

  private HttpResponse answer(HttpRequest request) {
    long start = System.nanoTime();
    var match = routes.find(request.method(), request.path());
    HttpResponse response;
    try {
      crossOrigin.check(request);
      response = answer(request, match);
      requireBytes(request, response.body().length);
    } catch (RuntimeException failure) {
      response = ProblemDocument.response(refusal(request, failure));
      if (match instanceof Match.OtherMethods(var allowed) && response.status() == 405) {
        response = response.with("Allow", String.join(", ", allowed));
      }
    }
    if (response.headers().first("Cache-Control").isEmpty()) {
      response = response.with("Cache-Control", "no-store");
    }
    traffic.answered(match, request.method(), response.status(), System.nanoTime() - start);
    return SecurityHeaders.on(crossOrigin.mark(request, response));
  }

  /** Many calls are one bound, many bytes another: a large answer is a call like any other. */
  private void requireBytes(HttpRequest request, int bytes) {
    if (bytes < LARGE) return;
    var network = RateLimiter.network(request.remoteAddress());
    guards.limiter().require(guards.bytesPerAddress(), network, bytes);
  }

  private HttpResponse answer(HttpRequest request, Match match) {
    if (request.method().equals("OPTIONS")) {
      var methods = routes.methods(request.path());
      if (methods.isEmpty()) throw HttpRefusal.of(ProblemKind.NOT_FOUND);
      return crossOrigin.preflight(request, methods);
    }
    return switch (match) {
      case Match.Found(var route, var places) ->
          (route.isForMachines() ? Optional.<HttpResponse>empty() : site.navigation(request))
              .orElseGet(() -> call(route, places, request));
      case Match.OtherMethods _ -> throw HttpRefusal.of(ProblemKind.METHOD_NOT_ALLOWED);
      case Match.Nothing _ ->
          site.find(request).orElseThrow(HttpRefusal.because(ProblemKind.NOT_FOUND));
    };
  }

  private HttpResponse call(Route<?, ?> route, Map<String, String> places, HttpRequest request) {
    if (stopping && route.refusedWhileStopping) {
      throw HttpRefusal.of(ProblemKind.BUSY, "The server is shutting down").retryAfter(STORE_RETRY);
    }
    return calls.make(route, places, request);
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
      case CardsUnavailable _ ->
          HttpRefusal.of(ProblemKind.UNAVAILABLE, CardsUnavailable.TOLD)
              .with(CardsUnavailable.DETAILS);
      default -> {
        String incident = UUID.randomUUID().toString();
        LOG.error("{} {} failed, incident {}", request.method(), request.path(), incident, failure);
        yield HttpRefusal.of(ProblemKind.INTERNAL).with(Map.of("incident", incident));
      }
    };
  }

  /** Counts what was answered. */
  @FunctionalInterface
  public interface Traffic {
    void answered(String route, String method, int status, long nanos);

    private void answered(Match match, String method, int status, long nanos) {
      Optional<String> route =
          match instanceof Match.Found found
              ? Optional.of(found.route().path.text())
              : Optional.empty();
      answered(route.orElse("other"), method, status, nanos);
    }
  }
}
