package dev.menagerie.server.game;

/** Names a game; 128 random bits, so that it cannot be guessed. */
public record GameId(String value) {
  public GameId {
    Names.plain("game id", value);
  }

  public static GameId fresh() {
    return new GameId(Names.random('g'));
  }

  @Override
  public String toString() {
    return value;
  }
}
