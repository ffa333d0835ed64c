package dev.menagerie.server.http;

import dev.menagerie.socketio.http.HttpRequest;
import dev.menagerie.socketio.http.HttpResponse;
import dev.menagerie.socketio.http.OriginPolicy;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Applies the origin policy of polling and upgrades to REST. A page that it does not allow is
 * refused, not only kept from reading the response.
 */
record CrossOrigin(OriginPolicy policy) {
  private static final String REQUEST_HEADERS = "Authorization, Content-Type, Idempotency-Key";
  private static final String READABLE_HEADERS = "ETag, Location, Retry-After";

  /** Browsers keep a preflight's answer no longer than two hours. */
  private static final Duration PREFLIGHT_KEPT = Duration.ofHours(2);

  void check(HttpRequest request) {
    if (!policy.allows(request.headers(), request.secure())) {
      throw HttpRefusal.of(ProblemKind.FORBIDDEN, "This page may not call this server");
    }
  }

  HttpResponse preflight(HttpRequest request, Set<String> methods) {
    String allowed = String.join(", ", methods);
    if (request.headers().first("Access-Control-Request-Method").isEmpty()) {
      return HttpResponse.of(204).with("Allow", allowed);
    }
    return HttpResponse.of(204)
        .with("Access-Control-Allow-Methods", allowed)
        .with("Access-Control-Allow-Headers", REQUEST_HEADERS)
        .with("Access-Control-Max-Age", Long.toString(PREFLIGHT_KEPT.toSeconds()));
  }

  /** Tokens travel in a header, never in cookies, so credentials are not allowed. */
  HttpResponse mark(HttpRequest request, HttpResponse response) {
    var marked = response.with("Vary", "Origin, Accept");
    Optional<String> origin = allowedOrigin(request);
    return origin.isEmpty()
        ? marked
        : marked
            .with("Access-Control-Allow-Origin", origin.get())
            .with("Access-Control-Expose-Headers", READABLE_HEADERS);
  }

  private Optional<String> allowedOrigin(HttpRequest request) {
    return policy.allows(request.headers(), request.secure())
        ? request.headers().first("Origin")
        : Optional.empty();
  }
}
