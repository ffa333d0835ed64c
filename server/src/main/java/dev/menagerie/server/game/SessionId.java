package dev.menagerie.server.game;

/** Identifies one socket of one user, on any node. */
public record SessionId(String value) {
  public SessionId {
    PlainNames.plain("session id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
