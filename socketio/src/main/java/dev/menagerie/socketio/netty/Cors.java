package dev.menagerie.socketio.netty;

import dev.menagerie.socketio.http.Headers;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;

/** Lets browsers show a response to an allowed page. */
final class Cors {
  /** Longer than any session needs; browsers cap it anyway. */
  private static final int PREFLIGHT_SECONDS = 600;

  private Cors() {}

  /** Marks a response for the page that asked, whose origin is allowed. */
  static void allow(FullHttpResponse response, Headers request) {
    request
        .first("Origin")
        .ifPresent(origin ->
            response
                .headers()
                .set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                .set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true")
                .set(HttpHeaderNames.VARY, "Origin"));
  }

  /** Answers the question a browser asks before a request; the origin is allowed. */
  static FullHttpResponse preflight(Headers request) {
    FullHttpResponse response = HttpResponses.empty(204);
    allow(response, request);
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
