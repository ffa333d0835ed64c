package dev.menagerie.server.play;

/** What a game is played for. */
public enum GameType {
  CASUAL,
  /** Preset rules only. */
  RANKED,
  /** Against the house, with time to think. */
  CAMPAIGN
}
