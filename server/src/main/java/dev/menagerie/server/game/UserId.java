package dev.menagerie.server.game;

/** PlainNames a user, a bot included. */
public record UserId(String value) {
  public UserId {
    PlainNames.plain("user id", value);
  }

  public static UserId fresh() {
    return new UserId(PlainNames.random('u'));
  }

  @Override
  public String toString() {
    return value;
  }
}
