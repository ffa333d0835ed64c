package dev.menagerie.server.game;

import java.util.List;

/**
 * A commit that somebody wants.
 *
 * @param expected where the game must still be
 */
public record Intent(GameId game, Head expected, Entry entry) {
  /** Where the game is then. */
  public Head next() {
    return expected.after(entry.record());
  }

  /**
   * Where all of these belong.
   *
   * @throws IllegalArgumentException if they are of several partitions or none, or two are of one
   *     game
   */
  public static Partition partition(List<Intent> intents) {
    if (intents.stream().map(Intent::game).distinct().count() < intents.size()) {
      throw new IllegalArgumentException("two commits to one game in " + intents);
    }
    var partitions = intents.stream().map(i -> Partition.of(i.game())).distinct().toList();
    if (partitions.size() != 1)
      throw new IllegalArgumentException("not one partition's: " + intents);
    return partitions.getFirst();
  }

  @Override
  public String toString() {
    return "Intent[" + game + " at " + expected + "]";
  }
}
