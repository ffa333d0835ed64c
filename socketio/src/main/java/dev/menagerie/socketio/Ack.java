package dev.menagerie.socketio;

import dev.menagerie.socketio.packet.PacketWriter;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The acknowledgement of an event, if the client asked for one. Any thread may send it, once. */
public final class Ack {
  private final Socket socket;
  private final OptionalLong id;
  private final AtomicBoolean sent = new AtomicBoolean();

  Ack(Socket socket, OptionalLong id) {
    this.socket = socket;
    this.id = id;
  }

  /** Whether the client gave a callback. */
  public boolean isWanted() {
    return id.isPresent();
  }

  /**
   * Sends the acknowledgement; nothing happens if none is wanted or the socket is gone.
   *
   * @throws IllegalStateException if it was sent before
   */
  public void send(@Nullable Object... arguments) {
    if (!sent.compareAndSet(false, true)) {
      throw new IllegalStateException("an event is acknowledged once");
    }
    if (id.isPresent()) {
      socket.sendFrames(PacketWriter.ack(socket.namespace().name(), id.getAsLong(), arguments));
    }
  }
}
