package dev.menagerie.server.game;

/** The stage of a game's life. */
public enum LifecycleStatus {
  /** One seat is taken. */
  WAITING,
  /** Both are; cards are being placed. */
  SETUP,
  ACTIVE,
  FINISHED
}
