package dev.menagerie.server.simulation;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Head;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The nodes that heard from the store that it has a commit: they have to remember it. */
final class Witnesses {
  private final Map<Commit, Set<SimulatedProcess>> seen = new HashMap<>();

  private record Commit(GameId game, Head head) {}

  void saw(SimulatedProcess node, GameId game, Head head) {
    seen.computeIfAbsent(new Commit(game, head), _ -> new HashSet<>()).add(node);
  }

  Set<SimulatedProcess> of(GameId game, Head head) {
    return seen.getOrDefault(new Commit(game, head), Set.of());
  }
}
