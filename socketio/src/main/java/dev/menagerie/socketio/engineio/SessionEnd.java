package dev.menagerie.socketio.engineio;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a session ends, and what its client still hears of it. On the session's executor.
 *
 * <p>A polling client may have no GET waiting when the session ends. Where the server ended it, the
 * next GET brings what was queued and the close packet. Where the client ended it, a GET that was
 * sent before the close packet may arrive after it, over another connection; the reference server
 * answers such a GET with a noop, so the session stays for a moment to do so.
 */
final class SessionEnd {
  /** Time within which a GET arrives that the client's close packet has overtaken. */
  private static final Duration OVERTAKEN = Duration.ofMillis(200);

  private final EngineSession session;
  private final EngineServer server;
  private @Nullable CloseReason reason;
  private @Nullable PollingTransport awaitsGet;

  SessionEnd(EngineSession session, EngineServer server) {
    this.session = session;
    this.server = server;
  }

  boolean isReached() {
    return reason != null;
  }

  /** Why it ended, once it did. */
  @Nullable CloseReason reason() {
    return reason;
  }

  /** Ends the session; the first reason counts. */
  void reach(CloseReason why) {
    reason = why;
    session.stop();
    if (session.transport() instanceof PollingTransport polling
        && wait(polling, why).isPositive()) {
      awaitsGet = polling;
      session.later(this::giveUpWaiting, wait(polling, why));
      if (polling.isClosedByClient()) {
        session.closeUpgrade(why);
      }
      polling.close(why);
    } else {
      server.forget(session);
      session.transport().close(why);
      session.closeUpgrade(why);
      dropUnsent();
    }
  }

  private Duration wait(PollingTransport polling, CloseReason why) {
    if (!polling.hasNoGet()) {
      return Duration.ZERO;
    }
    if (polling.isClosedByClient()) {
      return OVERTAKEN;
    }
    return why.isFarewell() ? server.settings().pingTimeout() : Duration.ZERO;
  }

  /** A GET of a session that has ended. */
  void lastGet(PollExchange exchange) {
    PollingTransport polling = awaitsGet;
    CloseReason why = reason;
    if (polling == null || why == null) {
      exchange.refuse(EngineError.UNKNOWN_SESSION);
      return;
    }
    awaitsGet = null;
    server.forget(session);
    polling.lastGet(exchange, why);
  }

  /**
   * The session ended while its client paused polling to upgrade: the WebSocket brings the news.
   */
  void closeAfterUpgrade(UpgradeTransport socket, SerialExecutor home, CloseReason why) {
    awaitsGet = null;
    server.forget(session);
    home.execute(() -> {
      socket.reading(Transport.Reading.ON);
      socket.close(why);
    });
  }

  private void giveUpWaiting() {
    PollingTransport polling = awaitsGet;
    if (polling != null) {
      awaitsGet = null;
      polling.noLastGet();
      server.forget(session);
      dropUnsent();
    }
  }

  private void dropUnsent() {
    int unsent = session.outbox.take(Long.MAX_VALUE).size();
    if (unsent > 0) {
      server.listener().framesDropped(session, unsent);
    }
  }
}
