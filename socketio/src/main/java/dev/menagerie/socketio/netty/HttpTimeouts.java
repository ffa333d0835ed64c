package dev.menagerie.socketio.netty;

import java.time.Duration;

/**
 * Timeouts of HTTP requests, responses and WebSocket messages.
 *
 * @param head for the head of a request to arrive, from its first byte or from the opening of the
 *     connection; then the connection is closed
 * @param body for a body to arrive, from its head; then 408
 * @param response for the host application to answer; then 503
 * @param idle for a kept-alive connection to send its next request
 * @param write for a client to take the next part of a long response
 * @param message for a WebSocket message to arrive whole, from its first byte
 */
public record HttpTimeouts(
    Duration head,
    Duration body,
    Duration response,
    Duration idle,
    Duration write,
    Duration message) {

  public HttpTimeouts {
    for (Duration each : new Duration[] {head, body, response, idle, write, message}) {
      if (each.toMillis() < 1) {
        throw new IllegalArgumentException("a timeout is at least a millisecond");
      }
    }
  }

  /** 10 s for heads and unfinished messages, 15 s for bodies, 30 s for responses, 75 s idle. */
  public static HttpTimeouts standard() {
    return new HttpTimeouts(
        Duration.ofSeconds(10),
        Duration.ofSeconds(15),
        Duration.ofSeconds(30),
        Duration.ofSeconds(75),
        Duration.ofSeconds(30),
        Duration.ofSeconds(10));
  }

  /** The same with another time for heads and for bodies to arrive. */
  public HttpTimeouts withRequest(Duration newHead, Duration newBody) {
    return new HttpTimeouts(newHead, newBody, response, idle, write, message);
  }

  /** The same with another time for the host application to answer. */
  public HttpTimeouts withResponse(Duration time) {
    return new HttpTimeouts(head, body, time, idle, write, message);
  }

  /** The same with another time between requests. */
  public HttpTimeouts withIdle(Duration time) {
    return new HttpTimeouts(head, body, response, time, write, message);
  }

  /** The same with another time for a client to take the next part of a long response. */
  public HttpTimeouts withWrite(Duration time) {
    return new HttpTimeouts(head, body, response, idle, time, message);
  }

  /** The same with another time for a WebSocket message to arrive. */
  public HttpTimeouts withMessage(Duration time) {
    return new HttpTimeouts(head, body, response, idle, write, time);
  }
}
