package dev.menagerie.server.game;

/** Whether strangers find a waiting game in the list of open ones. */
public enum LobbyListing {
  LISTED,
  UNLISTED
}
