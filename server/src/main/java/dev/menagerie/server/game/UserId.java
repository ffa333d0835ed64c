package dev.menagerie.server.game;

/** Names a user, a bot included. */
public record UserId(String value) {
  public UserId {
    Names.plain("user id", value);
  }

  public static UserId fresh() {
    return new UserId(Names.random('u'));
  }

  @Override
  public String toString() {
    return value;
  }
}
