package dev.menagerie.socketio.engineio;

/**
 * Input of a session's client: counted against its limits, then handed on. Calls that take a packet
 * are for the session's executor, the others for any thread.
 */
@SuppressWarnings("ReferenceEquality") // a transport is this one or another one
public final class SessionInput {
  private final EngineSession session;
  private final EngineServer server;
  private final TokenBucket bucket = new TokenBucket();
  private volatile int payloadLimit;
  private volatile long lastActivityNanos = System.nanoTime();

  SessionInput(EngineSession session, EngineServer server) {
    this.session = session;
    this.server = server;
    this.payloadLimit = server.settings().maxPayload();
  }

  /** When the client last gave a sign of life, on the clock of {@link System#nanoTime()}. */
  public long lastActivityNanos() {
    return lastActivityNanos;
  }

  /** The most bytes a message may have now. */
  public int messageLimit() {
    return Math.min(session.limits().maxMessageBytes(), payloadLimit);
  }

  /** The most bytes a polling body, or one message, may have now. */
  public int payloadLimit() {
    return payloadLimit;
  }

  /** Replaces the payload limit, up to the endpoint's {@code maxPayload}; holds from now on. */
  public void payloadLimit(int bytes) {
    payloadLimit = Math.min(bytes, server.settings().maxPayload());
  }

  /** A text packet came over this transport. */
  public void text(Transport from, byte[] packet) {
    if (!accepts(from, packet.length)) {
      return;
    }
    switch (packet.length == 0 ? 0 : packet[0]) {
      case '4' -> session.handler().text(packet); // message
      case '3' -> session.pong();
      case '1' -> session.closeNow(CloseReason.TRANSPORT_CLOSED); // close
      case '6' -> {} // noop: allowed, without effect
      default -> {
        server.listener().invalidPacket(session);
        session.closeNow(CloseReason.PARSE_ERROR);
      }
    }
  }

  /** A binary message came over this transport. */
  public void binary(Transport from, byte[] content) {
    if (accepts(from, content.length)) {
      session.handler().binary(content);
    }
  }

  /**
   * A control frame or a fragment of the transport itself came: a sign of life, and it counts
   * towards the rate.
   */
  public void control(Transport from) {
    var _ = accepts(from, 0);
  }

  private boolean accepts(Transport from, int length) {
    if (session.end().isReached() || from != session.transport()) {
      return false;
    }
    touch();
    server.listener().packetReceived(session, length);
    if (!bucket.take(session.limits(), lastActivityNanos, length)) {
      session.closeNow(CloseReason.RATE_LIMITED);
      return false;
    }
    if (length > messageLimit()) {
      session.closeNow(CloseReason.MESSAGE_TOO_LARGE);
      return false;
    }
    return true;
  }

  /** The client gave a sign of life. */
  void touch() {
    lastActivityNanos = System.nanoTime();
    session.handler().active();
  }
}
