package dev.menagerie.server.game;

/** Where a game stands in its life. */
public enum LifecycleStatus {
  /** One seat is taken. */
  WAITING,
  /** Both are; cards are being placed. */
  SETUP,
  ACTIVE,
  FINISHED
}
