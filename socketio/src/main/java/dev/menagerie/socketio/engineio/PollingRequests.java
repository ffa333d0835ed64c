package dev.menagerie.socketio.engineio;

import java.util.function.Consumer;

/**
 * The polling requests of one session as they come from the network. Each call goes on on the
 * session's executor. Any thread.
 */
public final class PollingRequests {
  private final EngineSession session;

  PollingRequests(EngineSession session) {
    this.session = session;
  }

  /** A GET came. */
  public void get(PollExchange exchange) {
    session.onExecutor(() -> {
      if (session.end().isReached()) {
        session.end().lastGet(exchange);
      } else if (session.transport() instanceof PollingTransport polling) {
        polling.get(exchange);
      } else {
        exchange.refuse(EngineError.BAD_REQUEST);
      }
    });
  }

  /** The head of a POST came. */
  public void postBegins(PollExchange exchange) {
    session.onExecutor(() -> {
      if (session.end().isReached()) {
        exchange.refuse(EngineError.UNKNOWN_SESSION);
      } else if (session.transport() instanceof PollingTransport polling) {
        polling.postBegins(exchange);
      } else {
        exchange.refuse(EngineError.BAD_REQUEST);
      }
    });
  }

  /** The body of a POST is complete. */
  public void postEnds(PollExchange exchange, byte[] payload) {
    whilePolling(polling -> polling.postEnds(exchange, payload));
  }

  /** A POST was answered with an error before its body was complete. */
  public void postRefused(PollExchange exchange, boolean tooLarge) {
    CloseReason reason = tooLarge ? CloseReason.MESSAGE_TOO_LARGE : CloseReason.TRANSPORT_ERROR;
    whilePolling(polling -> polling.postRefused(exchange, reason));
  }

  /** The connection of a request was lost before its response. */
  public void lost(PollExchange exchange) {
    whilePolling(polling -> polling.cancelled(exchange));
  }

  private void whilePolling(Consumer<PollingTransport> action) {
    session.onExecutor(() -> {
      if (!session.end().isReached() && session.transport() instanceof PollingTransport polling) {
        action.accept(polling);
      }
    });
  }
}
