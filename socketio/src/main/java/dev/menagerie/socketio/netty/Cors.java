package dev.menagerie.socketio.netty;

import dev.menagerie.socketio.http.Headers;
import dev.menagerie.socketio.http.OriginPolicy;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;

/** Tells browsers that an allowed page may read an answer. */
final class Cors {
  /** Longer than any session needs; browsers cap it anyway. */
  private static final int PREFLIGHT_SECONDS = 600;

  private Cors() {}

  static void allow(FullHttpResponse response, OriginPolicy policy, Headers request) {
    request
        .first("Origin")
        .filter(origin -> policy.allows(request))
        .ifPresent(origin ->
            response
                .headers()
                .set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                .set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true")
                .set(HttpHeaderNames.VARY, "Origin"));
  }

  /** Answers the question a browser asks before a request; the origin has been found good. */
  static FullHttpResponse preflight(Headers request) {
    FullHttpResponse response = Reply.empty(204);
    allow(response, OriginPolicy.anywhere(), request);
    response
        .headers()
        .set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_METHODS, "GET,POST")
        .set(
            HttpHeaderNames.ACCESS_CONTROL_ALLOW_HEADERS,
            request.first("Access-Control-Request-Headers").orElse("Content-Type,Authorization"))
        .set(HttpHeaderNames.ACCESS_CONTROL_MAX_AGE, PREFLIGHT_SECONDS);
    return response;
  }
}
