package dev.menagerie.server.game;

import java.util.List;

/**
 * A game in the index: the fields that lists search by and the summary that they show.
 *
 * @param players by seat; one while the game waits
 * @param summary JSON of the game service, stored as it is
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
