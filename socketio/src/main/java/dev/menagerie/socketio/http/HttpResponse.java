package dev.menagerie.socketio.http;

import java.nio.charset.StandardCharsets;

/**
 * A response of the host application. {@code Content-Length}, {@code Connection} and {@code Date}
 * are the server's to set.
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record HttpResponse(int status, Headers headers, byte[] body) {
  private static final byte[] EMPTY = {};

  public HttpResponse {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("not a final HTTP status: " + status);
    }
  }

  /** A status and nothing else. */
  public static HttpResponse of(int status) {
    return new HttpResponse(status, Headers.none(), EMPTY);
  }

  /** A body of this type, in UTF-8. */
  public static HttpResponse of(int status, String contentType, String body) {
    return of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  /** A body of this type. */
  public static HttpResponse of(int status, String contentType, byte[] body) {
    return new HttpResponse(status, Headers.of("Content-Type", contentType), body);
  }

  /** The same response with one more header. */
  public HttpResponse with(String name, String value) {
    return new HttpResponse(status, headers.with(name, value), body);
  }
}
