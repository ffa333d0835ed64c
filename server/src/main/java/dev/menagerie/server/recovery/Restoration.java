package dev.menagerie.server.recovery;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.Partition;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The store's side of a recovery. A restarted store may have lost anything; it accepts no commits
 * until it has been compared with the journal and its run is certified.
 */
public interface Restoration {
  /**
   * Names the store's present run: another after every restart, and after everything in it was
   * deleted while it went on running. It is {@code PROCESS-DATA}; the second part stays over
   * restarts.
   */
  String run();

  /** Calls back, on any thread, whenever the store may have been restarted; must not block. */
  void onReconnect(Runnable listener);

  /** The run a partition was last certified for, as the store itself remembers it. */
  Optional<String> certified(Partition partition);

  /** Opens a partition for commits; false if the store is by now in another run. */
  boolean certify(Partition partition, String run);

  /** The head of a game, certified or not. */
  Optional<Head> observed(GameId game);

  /**
   * The heads of several games of one partition in one round trip; those not there are left out.
   */
  Map<GameId, Head> observed(List<GameId> games);

  /** Replaces the observed game; false if the store has another head by now. */
  boolean restore(RestorableGame game, Optional<Head> observed);

  /** The games of a partition whose clocks run, certified or not. */
  List<GameId> running(Partition partition);

  /** Removes every trace of games that the journal knows to be finished. */
  void forget(List<GameId> games);
}
