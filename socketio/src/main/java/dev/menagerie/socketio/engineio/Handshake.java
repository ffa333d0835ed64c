package dev.menagerie.socketio.engineio;

import dev.menagerie.socketio.http.Headers;
import dev.menagerie.socketio.http.Query;
import java.time.Instant;
import java.util.Optional;

/**
 * The HTTP request that opened a session.
 *
 * @param remoteAddress the client's address, as the trusted proxies report it
 * @param secure whether the client uses TLS, as far as the server or a trusted proxy knows
 */
public record Handshake(
    Headers headers, Query query, String remoteAddress, boolean secure, Instant at) {

  /** The web page's origin, if a browser sent the request. */
  public Optional<String> origin() {
    return headers.first("Origin");
  }
}
