package dev.menagerie.server.recovery;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.JournalEntry;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.game.StoreRun;
import dev.menagerie.server.game.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The journal's side of a recovery: which nodes are alive, the entries they remembered, the epoch
 * of each game, and the trusted run of the store. It owns epochs; the store has a copy.
 */
public interface RecoveryLedger {
  /** A sign of life; a node that gives none for a while is not waited for. */
  void alive(NodeId node);

  /** Declares that no other node is left: whatever ran before this one is dead. */
  void discardOtherNodes(NodeId node);

  /** Forgets a node that stops in an orderly way. */
  void gone(NodeId node);

  /**
   * Keeps everything a node remembers of commits before this run of the store, and that it has no
   * more.
   */
  void handIn(NodeId node, String run, List<JournalEntry> remembered);

  /**
   * Nodes seen within this time that have not handed in for the run. Just after the ledger itself
   * was unavailable, also the nodes seen last before that: they could not report in between.
   */
  Set<NodeId> awaited(String run, Duration seenWithin);

  /** Does something while no other node does the same; false if one is at it. */
  boolean exclusively(Runnable work);

  /** The partitions of the entries that were handed in and not looked at yet. */
  Set<Partition> handedIn();

  /**
   * Moves handed-in entries that continue the journal into it, link by link; stores the others
   * apart. While a node is {@link #awaited} for the run, none is stored apart: that node may have
   * what comes before them, or has handed in for a newer run that the caller has not seen yet.
   */
  Adopted adopt(String run, Duration seenWithin);

  /**
   * Stores apart the entries that were handed in after the store had been certified without them,
   * unless a node is {@link #awaited} for the run. Returns how many of those commits the journal
   * lacks: they are lost, though they were acknowledged.
   */
  int setAside(String run, Duration seenWithin);

  /** The run a partition was last certified for. */
  Optional<String> certified(Partition partition);

  /** Records the run that these partitions are about to be certified for. */
  void certified(Set<Partition> partitions, StoreRun run, NodeId by);

  /** How many unfinished games each of these partitions has, if it has any. */
  Map<Partition, Integer> gamesIn(Set<Partition> partitions);

  /** The unfinished games of a user. */
  Set<GameId> unfinishedOf(UserId user);

  /** The unfinished games of some partitions with their journaled heads. */
  List<Known> unfinished(Set<Partition> partitions);

  /** One unfinished game with its journaled head. Empty for one that is over, or unknown. */
  Optional<Known> unfinished(GameId game);

  /**
   * How many of a game's latest commits are restored with their replies: each player may have a
   * request under way. The journal has all of them, so this saves repeats a look there.
   */
  int RESTORED_REPLIES = 2;

  /** Those of these games that are over. */
  Set<GameId> finishedOf(Set<GameId> games);

  /**
   * Begins a new epoch of each game at its journaled head, which must be the given one, and returns
   * the data that the store needs. Games that have moved in the journal, or are over, are left out.
   */
  List<RestorableGame> raise(List<Known> games);

  /** A game and how far the journal has come with it. */
  record Known(GameId game, Head head) {}

  /**
   * The result of adopting handed-in entries.
   *
   * @param adopted commits that the journal did not have
   * @param orphaned commits whose predecessor no node had: lost, though acknowledged
   */
  record Adopted(int adopted, int orphaned) {}
}
