package dev.menagerie.server.play;

import dev.menagerie.server.game.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What lists show of a player.
 *
 * @param bot the kind of bot; absent: a person
 */
public record SeatedPlayer(UserId playerId, String name, int seat, Optional<String> bot) {
  /** The public part of these entries, in the order of the seats. */
  public static List<SeatedPlayer> of(List<PlayerEntry> entries) {
    var players = new ArrayList<SeatedPlayer>();
    for (var entry : entries) {
      players.add(new SeatedPlayer(entry.user(), entry.name(), players.size(), entry.bot()));
    }
    return List.copyOf(players);
  }
}
