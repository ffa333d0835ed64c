package dev.menagerie.socketio;

import dev.menagerie.socketio.dispatch.Mailbox;
import dev.menagerie.socketio.packet.Packet;
import java.time.Duration;
import java.util.Optional;

/** Calls the handlers of one connection's events and measures them. Used on the mailbox. */
final class EventDispatcher {
  private final ServerListener listener;
  private final Mailbox mailbox;

  EventDispatcher(ServerListener listener, Mailbox mailbox) {
    this.listener = listener;
    this.mailbox = mailbox;
  }

  /** Calls the handler of an event. A failure goes to the namespace's failure handler. */
  void dispatch(Socket socket, Packet.Event packet) {
    var event = new IncomingEvent(socket, packet);
    Optional<EventHandler> handler = socket.handler(packet.name());
    if (handler.isEmpty()) {
      listener.unhandled(event);
      return;
    }
    var chosen = handler.get();
    if (chosen instanceof EventHandler.NonBlocking) {
      handle(event, chosen);
    } else {
      mailbox.runBlocking(() -> handle(event, chosen));
    }
  }

  private void handle(IncomingEvent event, EventHandler handler) {
    long start = System.nanoTime();
    try {
      handler.handle(event);
    } catch (Throwable failure) { // the edge of the host's code
      event.socket().namespace().failed(event, failure);
    }
    if (!event.isDeferred()) handled(event, start);
  }

  /** The handle that ends an event whose handler returns early; for any thread. */
  Runnable defer(IncomingEvent event) {
    long start = System.nanoTime();
    mailbox.pause();
    return () -> {
      handled(event, start);
      mailbox.resume();
    };
  }

  private void handled(IncomingEvent event, long start) {
    listener.handled(event, Duration.ofNanos(System.nanoTime() - start));
  }
}
