package dev.menagerie.server.game;

import java.util.Optional;

/** Identifies a user; bots are users, too. */
public record UserId(String value) {
  public UserId {
    PlainNames.plain("user id", value);
  }

  /** The id that a client sent; empty if it cannot be one. */
  public static Optional<UserId> parse(String text) {
    return PlainNames.isPlain(text) ? Optional.of(new UserId(text)) : Optional.empty();
  }

  /** A new random id. */
  public static UserId fresh() {
    return new UserId(PlainNames.random('u'));
  }

  @Override
  public String toString() {
    return value;
  }
}
