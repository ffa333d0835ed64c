package dev.menagerie.socketio;

import dev.menagerie.socketio.engineio.EncodedPacket;
import dev.menagerie.socketio.packet.PacketWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events for one socket that go out together. Not thread-safe; nothing is sent before {@link
 * #send()}.
 */
public final class Batch {
  private final Socket socket;
  private final List<EncodedPacket> frames = new ArrayList<>();

  Batch(Socket socket) {
    this.socket = socket;
  }

  /** Adds an event. */
  public Batch emit(String event, @Nullable Object... arguments) {
    frames.addAll(PacketWriter.event(socket.namespace().name(), event, arguments));
    return this;
  }

  /** Sends them all. */
  public void send() {
    if (!frames.isEmpty()) {
      socket.sendFrames(List.copyOf(frames));
      frames.clear();
    }
  }
}
