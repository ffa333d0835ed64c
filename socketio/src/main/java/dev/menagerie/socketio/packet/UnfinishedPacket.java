package dev.menagerie.socketio.packet;

import java.util.List;

/**
 * A packet whose attachments have not all arrived.
 *
 * @param expected the number of attachments that the packet announced
 * @param attachments those that have arrived, in order; the parser adds to it
 */
record UnfinishedPacket(Packet packet, int expected, List<byte[]> attachments) {
  /** The bytes of the attachments that have arrived. */
  long bytes() {
    return attachments.stream().mapToLong(attachment -> attachment.length).sum();
  }

  /** The packet with the attachments in its arguments. */
  Packet complete() {
    return switch (packet) {
      case Packet.Event event ->
          new Packet.Event(
              event.namespace(), event.id(), event.name(), event.arguments().with(attachments));
      case Packet.Ack ack ->
          new Packet.Ack(ack.namespace(), ack.id(), ack.arguments().with(attachments));
      case Packet.Connect connect -> connect;
      case Packet.Disconnect disconnect -> disconnect;
    };
  }
}
