package dev.menagerie.server.game;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The clocks of a partition's games in order of their deadlines. Only the store's time counts; what
 * is due is a hint, the commit decides. Starting, extending and cancelling a clock is part of a
 * commit ({@link ClockOp}), because it changes what players see.
 */
public interface Deadlines {
  /** Deadlines reported at once; the rest comes with the next sweep. */
  int MAX_REPORTED = 1_024;

  /**
   * If no node swept for longer than this, the game could not be played: the time is given back.
   */
  Duration OUTAGE = Duration.ofSeconds(5);

  /**
   * The deadlines that have passed or will within the horizon, earliest first. Being called is the
   * sign of life of the partition: after more than {@link #OUTAGE} without one, the time since the
   * last is added to every deadline that had not passed then. Until it is, no commit may expire
   * such a deadline: a node that wakes after its alarm has rung finds the clock still running.
   * Empty when the partition is not certified.
   */
  Optional<Sweep> sweep(Partition partition, Duration horizon);

  /**
   * Moves a deadline without a commit, if the game still has that deadline: for a game that no node
   * can play. Does nothing for a game that has moved on or whose partition is not certified.
   */
  void putOff(GameId game, Instant deadline, Duration by);

  /**
   * The deadlines that have passed at an instant of the store.
   *
   * @param givenBack the time that this sweep added to deadlines
   * @param moved the games whose deadlines it moved
   */
  record Sweep(Instant now, List<Due> due, Duration givenBack, List<GameId> moved) {
    public Sweep {
      due = List.copyOf(due);
      moved = List.copyOf(moved);
    }
  }

  /** A clock and when it runs out. */
  record Due(GameId game, Instant deadline) {}
}
