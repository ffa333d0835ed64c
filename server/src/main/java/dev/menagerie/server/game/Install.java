package dev.menagerie.server.game;

/** What became of putting a new game into the store. */
public sealed interface Install {
  /** It is there; {@code head} is further on when it has been there for a while. */
  record Installed(Head head, GameClock clock) implements Install {}

  /** The journal is so far behind that no new games are taken. */
  record Full() implements Install {}

  /** The store has to be recovered first. */
  record Uncertified() implements Install {}
}
