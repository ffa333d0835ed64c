package dev.menagerie.protocol;

/** What the server sends on any namespace, without its {@link Envelope}; a record. */
public interface WireMessage {
  /** The Socket.IO event it travels under, and its {@code type}. */
  String event();
}
