package dev.menagerie.socketio;

/**
 * Handles one kind of event. The events of one client are handled one after the other in the order
 * they came, on a virtual thread; a handler may block, and then blocks that client only. One that
 * never blocks is better a {@link NonBlocking}.
 */
@FunctionalInterface
public interface EventHandler {
  /**
   * Handles one event. Runs on the socket's mailbox and may block; the client's next event waits.
   *
   * @throws Exception goes to the namespace's {@link FailureHandler}
   */
  void handle(IncomingEvent event) throws Exception;

  /**
   * A handler that never blocks. It may run on the event loop that read the event, which saves two
   * switches of threads; if it blocks all the same, it holds up every client of that loop. Work
   * that turns out to need waiting goes to another thread with {@link IncomingEvent#defer}.
   */
  @FunctionalInterface
  interface NonBlocking extends EventHandler {}

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
