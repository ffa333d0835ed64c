package dev.menagerie.server.game;

import java.util.function.Predicate;
import java.util.stream.Stream;

/** New ids, by where their games are kept. */
public final class GameIds {
  private GameIds() {}

  public static GameId in(Partition partition) {
    return whose(partition::equals);
  }

  /** In the partition of another game. */
  public static GameId beside(GameId game) {
    return in(Partition.of(game));
  }

  /** In another partition than another game. */
  public static GameId awayFrom(GameId game) {
    return whose(partition -> !partition.equals(Partition.of(game)));
  }

  private static GameId whose(Predicate<Partition> partition) {
    return Stream.generate(GameId::fresh)
        .filter(id -> partition.test(Partition.of(id)))
        .findFirst()
        .orElseThrow();
  }
}
