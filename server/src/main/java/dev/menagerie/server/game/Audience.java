package dev.menagerie.server.game;

/** Who may watch a game. */
public enum Audience {
  PUBLIC,
  PRIVATE
}
