package dev.menagerie.server.game;

/** PlainNames a game; 128 random bits, so that it cannot be guessed. */
public record GameId(String value) {
  public GameId {
    PlainNames.plain("game id", value);
  }

  public static GameId fresh() {
    return new GameId(PlainNames.random('g'));
  }

  @Override
  public String toString() {
    return value;
  }
}
