package dev.menagerie.socketio.engineio;

import java.nio.charset.StandardCharsets;

/** The errors an Engine.IO server answers to HTTP requests, with the codes that clients know. */
public enum EngineError {
  UNKNOWN_TRANSPORT(0, 400, "Transport unknown"),
  UNKNOWN_SESSION(1, 400, "Session ID unknown"),
  BAD_HANDSHAKE_METHOD(2, 400, "Bad handshake method"),
  BAD_REQUEST(3, 400, "Bad request"),
  FORBIDDEN(4, 403, "Forbidden"),
  UNSUPPORTED_VERSION(5, 400, "Unsupported protocol version"),
  /** The body of a POST is over {@code maxPayload}. */
  PAYLOAD_TOO_LARGE(3, 413, "Payload too large"),
  /** The server is draining, or holds as many sessions as it may. */
  UNAVAILABLE(3, 503, "Service unavailable");

  private final int code;
  private final int status;
  private final String message;

  EngineError(int code, int status, String message) {
    this.code = code;
    this.status = status;
    this.message = message;
  }

  /** The HTTP status of the response. */
  public int status() {
    return status;
  }

  /** The message of the response. */
  public String message() {
    return message;
  }

  /** The JSON body of the response. */
  public byte[] body() {
    return ("{\"code\":" + code + ",\"message\":\"" + message + "\"}")
        .getBytes(StandardCharsets.UTF_8);
  }
}
