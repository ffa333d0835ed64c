package dev.menagerie.server.rest;

import dev.menagerie.server.game.GameIndexEntry;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.rest.GameViews.Summary;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Which waiting games users do not see because one of two users blocks the other. */
@FunctionalInterface
public interface BlockedGames {
  /** For each of these users, those on either side of a block with them; others are absent. */
  Map<UserId, Set<UserId>> from(Collection<UserId> users);

  /** Games without those of users that are hidden from this one. */
  default <T> List<T> without(List<T> games, Function<T, GameIndexEntry> entry, UserId user) {
    if (games.isEmpty()) return games;
    var hidden = from(List.of(user)).getOrDefault(user, Set.of());
    return games.stream()
        .filter(game -> Collections.disjoint(entry.apply(game).players(), hidden))
        .toList();
  }

  /** Whether this is a waiting game of a user that is hidden from this one. */
  default boolean hides(Summary game, UserId user) {
    return game.status().equals("waiting")
        && game.players().stream()
            .map(player -> player.playerId())
            .anyMatch(other -> from(List.of(user)).getOrDefault(user, Set.of()).contains(other));
  }
}
