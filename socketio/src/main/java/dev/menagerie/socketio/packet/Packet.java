package dev.menagerie.socketio.packet;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** One Socket.IO packet from a client, whole: with its attachments, if it has any. */
public sealed interface Packet {
  /** The namespace it belongs to; {@code /} is the main one. */
  String namespace();

  /**
   * Asks to join a namespace.
   *
   * @param auth the JSON object that came along, if one did
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Connect(String namespace, byte @Nullable [] auth) implements Packet {}

  /** Leaves a namespace. */
  record Disconnect(String namespace) implements Packet {}

  /** Something happened; with an id the sender wants an acknowledgement. */
  record Event(String namespace, OptionalLong id, String name, Arguments arguments)
      implements Packet {}

  /** Answers an event of ours. */
  record Ack(String namespace, long id, Arguments arguments) implements Packet {}
}
