package dev.menagerie.socketio;

/**
 * Hears of an event whose handler threw, on the same thread, so that it can still be acknowledged.
 */
@FunctionalInterface
public interface FailureHandler {
  /** Called when a handler of the event has thrown. Runs on the socket's mailbox. */
  void failed(IncomingEvent event, Throwable failure);
}
