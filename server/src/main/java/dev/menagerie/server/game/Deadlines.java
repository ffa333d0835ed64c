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
   * Without a sweep for longer than this, several missed ones, nobody was there to play with: that
   * time is given back.
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
   * Gives a game more time without a commit, if its deadline still is that one: for a game that
   * nobody here can play. Nothing happens to one that has moved on, or in a partition that is not
   * certified.
   */
  void putOff(GameId game, Instant deadline, Duration by);

  /**
   * What is due, as of an instant of the store.
   *
   * @param givenBack what this sweep added to deadlines
   * @param moved the games whose deadlines it added that to
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
