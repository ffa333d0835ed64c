package dev.menagerie.socketio;

/**
 * Handles one kind of event. The events of one client are handled one after the other in the order
 * they came, on a virtual thread; a handler may block, and then blocks that client only.
 */
@FunctionalInterface
public interface EventHandler {
  void handle(IncomingEvent event) throws Exception;

  /** Handles an event whose first argument has a type. */
  @FunctionalInterface
  interface Typed<T> {
    void handle(T argument, IncomingEvent event) throws Exception;
  }
}
