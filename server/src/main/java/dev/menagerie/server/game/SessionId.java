package dev.menagerie.server.game;

/** PlainNames one socket of one user, on whichever node it is. */
public record SessionId(String value) {
  public SessionId {
    PlainNames.plain("session id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
