package dev.menagerie.server.game;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/**
 * One of the fixed shares of all games. The keys of a game, its deadline and its outbox live
 * together in their partition; a partition is drained, swept, certified and recovered as a whole.
 */
public record Partition(int value) implements Comparable<Partition> {
  /** Stored with every game: changing it means moving all of them. */
  public static final int COUNT = 64;

  private static final List<Partition> ALL =
      IntStream.range(0, COUNT).mapToObj(Partition::new).toList();

  public Partition {
    if (value < 0 || value >= COUNT) throw new IllegalArgumentException("no partition " + value);
  }

  /** The partition of a game, by a hash of its id. */
  public static Partition of(GameId game) {
    var crc = new CRC32();
    crc.update(game.value().getBytes(StandardCharsets.UTF_8));
    return ALL.get((int) (crc.getValue() % COUNT));
  }

  /** All partitions, in order. */
  public static List<Partition> all() {
    return ALL;
  }

  @Override
  public int compareTo(Partition other) {
    return Integer.compare(value, other.value);
  }
}
