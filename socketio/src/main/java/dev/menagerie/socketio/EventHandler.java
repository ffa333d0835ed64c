package dev.menagerie.socketio;

/**
 * Handles one kind of event. The events of one client are handled one after the other in the order
 * they came, on a virtual thread; a handler may block, and then blocks that client only.
 */
@FunctionalInterface
public interface EventHandler {
  /**
   * Handles one event. Runs on the socket's mailbox and may block; the client's next event waits.
   *
   * @throws Exception goes to the namespace's {@link FailureHandler}
   */
  void handle(IncomingEvent event) throws Exception;

  /** Handles an event whose first argument has a type. */
  @FunctionalInterface
  interface Typed<T> {
    /**
     * Handles one event whose first argument has been read as a {@code T}.
     *
     * @throws Exception goes to the namespace's {@link FailureHandler}
     */
    void handle(T argument, IncomingEvent event) throws Exception;
  }
}
