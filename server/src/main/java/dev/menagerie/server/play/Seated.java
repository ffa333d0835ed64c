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
public record Seated(UserId playerId, String name, int seat, Optional<String> bot) {
  public static List<Seated> of(List<PlayerEntry> entries) {
    var players = new ArrayList<Seated>();
    for (var entry : entries) {
      players.add(new Seated(entry.user(), entry.name(), players.size(), entry.bot()));
    }
    return List.copyOf(players);
  }
}
