package dev.menagerie.server.game;

/** Identifies one socket of one user, on any node. */
public record ConnectionId(String value) {
  public ConnectionId {
    PlainNames.plain("connection id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
