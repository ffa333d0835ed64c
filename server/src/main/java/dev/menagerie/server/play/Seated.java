package dev.menagerie.server.play;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.server.game.UserId;
import java.nio.charset.StandardCharsets;
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

  /** From the summary that a standing carries. */
  public static List<Seated> read(String summary) {
    return Json.bindList(
        Json.tree(summary.getBytes(StandardCharsets.UTF_8), Limits.DOCUMENT), Seated.class);
  }
}
