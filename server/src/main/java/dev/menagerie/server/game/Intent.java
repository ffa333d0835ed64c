package dev.menagerie.server.game;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A commit that a node proposes.
 *
 * @param expected the head that the game must still have
 */
public record Intent(GameId game, Head expected, Entry entry) {
  /** The head after the commit. */
  public Head next() {
    return expected.after(entry.record());
  }

  /**
   * The partition of all of these.
   *
   * @throws IllegalArgumentException if they are of several partitions or none, or two are of one
   *     game
   */
  public static Partition partition(List<Intent> intents) {
    if (intents.isEmpty()) throw new IllegalArgumentException("nothing to commit");
    var partition = Partition.of(intents.getFirst().game());
    if (intents.size() == 1) return partition;
    var games = intents.stream().map(Intent::game).collect(Collectors.toSet());
    if (games.size() < intents.size()) {
      throw new IllegalArgumentException("two commits to one game in " + intents);
    }
    if (!games.stream().map(Partition::of).allMatch(partition::equals)) {
      throw new IllegalArgumentException("not of one partition: " + intents);
    }
    return partition;
  }

  /** The same by their partitions, in the order of each partition's first. */
  public static Map<Partition, List<Intent>> byPartition(List<Intent> intents) {
    return intents.stream()
        .collect(
            Collectors.groupingBy(
                intent -> Partition.of(intent.game()), LinkedHashMap::new, Collectors.toList()));
  }

  @Override
  public String toString() {
    return "Intent[" + game + " at " + expected + "]";
  }
}
