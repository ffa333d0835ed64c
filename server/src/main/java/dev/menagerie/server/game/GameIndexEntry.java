package dev.menagerie.server.game;

import java.util.List;

/**
 * How a game stands at a checkpoint: what lists of games are searched by, and the summary they
 * show.
 *
 * @param players by seat; one of them while the game waits
 * @param summary JSON of the service's own, stored as it is
 */
public record GameIndexEntry(
    LifecycleStatus status,
    String gameType,
    List<UserId> players,
    Audience audience,
    LobbyListing listing,
    int turn,
    String summary) {
  public GameIndexEntry {
    players = List.copyOf(players);
  }
}
