package dev.menagerie.server.game;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The journal's side of a recovery: who is alive, who has handed in what it remembers, which epoch
 * a game is in, which run of the store is trusted. It owns epochs; the store holds a copy.
 */
public interface RecoveryLedger {
  /** A sign of life; a node that gives none for a while is not waited for. */
  void alive(NodeId node);

  /** Declares that everything this node remembers of before the run is in the journal. */
  void handedIn(NodeId node, String run);

  /** The nodes seen within this time that have not handed in for the run. */
  Set<NodeId> awaited(String run, Duration seenWithin);

  /** Forgets a node that stops in an orderly way. */
  void gone(NodeId node);

  /** Does something while no other node does the same; false if one is at it. */
  boolean exclusively(Partition partition, Runnable work);

  /** The run a partition was last certified for. */
  Optional<String> certified(Partition partition);

  void certified(Partition partition, String run, NodeId by);

  /** The unfinished games of a partition with their journaled heads. */
  List<Known> unfinished(Partition partition);

  /** Those of these games that are over. */
  Set<GameId> finishedOf(Set<GameId> games);

  /**
   * Begins a new epoch at the journaled head, which must be the one given, and returns what the
   * store needs; empty if the journal has moved or the game is over.
   */
  Optional<Restorable> raise(GameId game, Head journaled);

  /** A game and how far the journal has come with it. */
  record Known(GameId game, Head head) {}
}
