package dev.menagerie.server.play;

/** Whether a game is played casually or for a rating. */
public enum GameType {
  CASUAL,
  /** Preset rules only. */
  RANKED,
  /** Against the house, with time to think. */
  CAMPAIGN
}
