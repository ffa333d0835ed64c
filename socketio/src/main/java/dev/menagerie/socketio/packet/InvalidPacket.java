package dev.menagerie.socketio.packet;

/**
 * A client broke a rule of the protocol. The message names the rule and never contains the input.
 */
public final class InvalidPacket extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A packet breaks a rule of the protocol.
   *
   * @param rule the broken rule, without the packet's content
   */
  public InvalidPacket(String rule) {
    super(rule, null, false, false); // frequent under attack: no stack trace
  }
}
