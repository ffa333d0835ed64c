package dev.menagerie.server.recovery;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.game.StoreRun;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The store's side of a recovery. A restarted store may have lost anything; it accepts no commits
 * until it has been compared with the journal and its run is certified.
 */
public interface Restoration {
  /** The store's present run. */
  StoreRun run();

  /** What {@link #run} says of one partition, also while others cannot be reached. */
  String run(Partition partition);

  /** Calls back, on any thread, whenever the store may have been restarted; must not block. */
  void onReconnect(Runnable listener);

  /** The run a partition was last certified for, as the store itself remembers it. */
  Optional<String> certified(Partition partition);

  /** The partitions that are certified for this run, in one round trip. */
  Set<Partition> certified(StoreRun run);

  /**
   * Opens a partition for commits; false if it is by now in another run, be it another process or
   * the same one with other data.
   */
  boolean certify(Partition partition, StoreRun run);

  /** The head of a game, certified or not. */
  Optional<Head> observed(GameId game);

  /**
   * The heads of several games of one partition in one round trip; those not there are left out.
   */
  Map<GameId, Head> observed(List<GameId> games);

  /**
   * Replaces games of one partition in one round trip. One that has another head by now stays as it
   * is.
   *
   * @param observed the heads of those that are there
   * @return whether all were replaced
   */
  boolean restore(List<RestorableGame> games, Map<GameId, Head> observed);

  /** Tells the recovering node, whichever it is, that a caller waits for this partition. */
  void prefer(Partition partition);

  /** The partitions that callers on any node have waited for lately. */
  Set<Partition> preferred();

  /** The games of a partition whose clocks run, certified or not. */
  List<GameId> running(Partition partition);

  /** Removes every trace of games that the journal knows to be finished. */
  void forget(List<GameId> games);
}
