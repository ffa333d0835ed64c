package dev.menagerie.server.game;

import java.util.Optional;

/** Identifies a game. Our own ids have 128 random bits, so that they cannot be guessed. */
public record GameId(String value) {
  public GameId {
    PlainNames.plain("game id", value);
  }

  /** The id that a client sent; empty if it cannot be one. */
  public static Optional<GameId> parse(String text) {
    return PlainNames.isPlain(text) ? Optional.of(new GameId(text)) : Optional.empty();
  }

  /** A new random id that cannot be guessed. */
  public static GameId fresh() {
    return new GameId(PlainNames.random('g'));
  }

  @Override
  public String toString() {
    return value;
  }
}
