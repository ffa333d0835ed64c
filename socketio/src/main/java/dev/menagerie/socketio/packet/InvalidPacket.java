package dev.menagerie.socketio.packet;

/**
 * A client sent something that breaks the protocol. The message says which rule it broke and never repeats
 * what was sent.
 */
public final class InvalidPacket extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidPacket(String rule) {
    super(rule, null, false, false); // frequent under attack: no stack trace
  }
}
