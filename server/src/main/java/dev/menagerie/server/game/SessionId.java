package dev.menagerie.server.game;

/** Names one socket of one user, on whichever node it is. */
public record SessionId(String value) {
  public SessionId {
    Names.plain("session id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
