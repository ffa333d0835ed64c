package dev.menagerie.rules.state;

/** Where in its life a game is, as far as the rules know. */
public enum GameStatus {
  SETUP,
  ACTIVE,
  FINISHED
}
