package dev.menagerie.server.simulation;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.InMemoryGameStore;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stores, nodes and tables on one timeline. */
final class World {
  private static final Duration WRITTEN_EVERY = Duration.ofMillis(200);

  /** How much of the last moments a store may lose, in writes of its disk. */
  private static final int MOST_WRITES_LOST = 5;

  final Timeline timeline;
  final SimulatedStores stores;
  final Cluster cluster;
  final List<Table> tables = new ArrayList<>();
  private final Set<SimulatedProcess> disturbed = new HashSet<>();
  private final Deque<InMemoryGameStore.Saved> disk = new ArrayDeque<>();

  World(long seed, Mutant mutant) {
    timeline = new Timeline(seed);
    stores = new SimulatedStores(timeline);
    cluster = new Cluster(stores, mutant);
  }

  void begin(int nodes, int tableCount) {
    for (int i = 0; i < nodes; i++) cluster.start();
    writeDisk();
    var players = new SimulatedProcess(timeline, "players");
    for (int i = 0; i < tableCount; i++) {
      var table = new Table("table-" + (i + 1), players, cluster, stores);
      tables.add(table);
      table.start();
    }
  }

  private void writeDisk() {
    if (timeline.isOver()) return;
    if (!stores.redis.isDown() && !stores.redis.isStalled()) {
      disk.addLast(stores.games.saved());
      if (disk.size() > MOST_WRITES_LOST) disk.removeFirst();
    }
    timeline.after(WRITTEN_EVERY, this::writeDisk);
  }

  /** What is on the store's disk if its machine fails now. */
  InMemoryGameStore.Saved disk() {
    int lost = timeline.random().nextInt(disk.size());
    return disk.stream().skip(disk.size() - 1L - lost).findFirst().orElseThrow();
  }

  Optional<GameId> anyGame() {
    var all = tables.stream().flatMap(table -> table.games().stream()).toList();
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(all.get(timeline.random().nextInt(all.size())));
  }

  /** A node may not do its part in a recovery now: what it alone knows may be late, or lost. */
  void disturbed(SimulatedNode node) {
    timeline.note("  it strikes " + node);
    disturbed.add(node.process);
  }

  boolean isDisturbed(SimulatedProcess node) {
    return disturbed.contains(node) || stores.signs.wasSilent(node);
  }
}
