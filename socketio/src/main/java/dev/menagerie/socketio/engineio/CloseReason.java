package dev.menagerie.socketio.engineio;

/** Why a session, or one namespace's socket on it, came to its end. */
public enum CloseReason {
  /** The client left this namespace and kept the connection. */
  CLIENT_LEFT("client namespace disconnect", 1000),
  /** The server asked the client to leave this namespace; the official client then stays away. */
  SERVER_DISCONNECTED("server namespace disconnect", 1000),
  /** The server closed the connection; the official client then comes back. */
  SERVER_CLOSED("forced server close", 1000),
  /** The client closed the connection, or it was cut. */
  TRANSPORT_CLOSED("transport close", 1000),
  /** The connection failed. */
  TRANSPORT_ERROR("transport error", 1011),
  /** The client did not answer a ping in time. */
  PING_TIMEOUT("ping timeout", 1001),
  /** The client sent something that is not the protocol. */
  PARSE_ERROR("parse error", 1008),
  /** The client sent text that is not UTF-8. */
  INVALID_TEXT("invalid utf-8", 1007),
  /** The client broke the rules of WebSocket framing. */
  FRAMING_ERROR("framing error", 1002),
  /** The client sent a binary message where none is accepted. */
  BINARY_REFUSED("binary refused", 1003),
  /** The client sent a message over the limit. */
  MESSAGE_TOO_LARGE("message too large", 1009),
  /** The client began a message and did not finish it in time. */
  MESSAGE_TIMEOUT("message timeout", 1008),
  /** The server holds as much unread input as it may. */
  OVERLOADED("busy", 1013),
  /** The client sent more packets or bytes than its rate allows. */
  RATE_LIMITED("rate limited", 1008),
  /** The client sent two polling requests of a kind at once. */
  OVERLAPPING_REQUESTS("overlapping requests", 1008),
  /** The client has not read its packets, up to the bound. */
  SLOW_CONSUMER("slow consumer", 1008),
  /** The client joined no namespace in time. */
  CONNECT_TIMEOUT("connect timeout", 1008),
  /** The server is going away. */
  SERVER_SHUTDOWN("server shutting down", 1001);

  private final String text;
  private final int webSocketCode;

  CloseReason(String text, int webSocketCode) {
    this.text = text;
    this.webSocketCode = webSocketCode;
  }

  /** As logs, metrics and handlers show it. */
  public String text() {
    return text;
  }

  /** The code of the WebSocket close frame that goes with it. */
  public int webSocketCode() {
    return webSocketCode;
  }

  /** Whether the client ended the connection, so that its earlier packets still count. */
  public boolean isByClient() {
    return this == TRANSPORT_CLOSED || this == TRANSPORT_ERROR;
  }

  /**
   * Whether the client is to connect again at once: its stream then ends without a close frame. The
   * official Java client does not notice that frame (OkHttp tells of it in a callback that the
   * client does not have, and reads no more), and would stay until the pings fail, some 45 seconds.
   * Every official client notices the end of the stream, and comes back.
   */
  public boolean isInvitedBack() {
    return this == SERVER_CLOSED || this == SERVER_SHUTDOWN;
  }

  /** Whether a polling client that has no GET waiting learns the end from its next one. */
  boolean isFarewell() {
    return isInvitedBack() || this == RATE_LIMITED;
  }

  /** Whether queued packets are still sent before the connection closes. */
  public boolean isOrderly() {
    return switch (this) {
      case CLIENT_LEFT,
          SERVER_DISCONNECTED,
          SERVER_CLOSED,
          SERVER_SHUTDOWN,
          CONNECT_TIMEOUT,
          RATE_LIMITED,
          PARSE_ERROR,
          BINARY_REFUSED,
          MESSAGE_TOO_LARGE,
          MESSAGE_TIMEOUT,
          OVERLOADED ->
          true;
      case TRANSPORT_CLOSED,
          TRANSPORT_ERROR,
          PING_TIMEOUT,
          INVALID_TEXT,
          FRAMING_ERROR,
          OVERLAPPING_REQUESTS,
          SLOW_CONSUMER ->
          false;
    };
  }
}
