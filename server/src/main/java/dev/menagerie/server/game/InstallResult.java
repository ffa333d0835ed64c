package dev.menagerie.server.game;

/** The result of storing a new game. */
public sealed interface InstallResult {
  /** It is there; {@code head} is further on when it has been there for a while. */
  record Installed(Head head, GameClock clock) implements InstallResult {}

  /** The journal is so far behind that no new games are taken. */
  record Full() implements InstallResult {}

  /** The store has to be recovered first. */
  record Uncertified() implements InstallResult {}
}
