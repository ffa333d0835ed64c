package dev.menagerie.server.tournament;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.play.GameHeader;
import dev.menagerie.server.play.PlayerEntry;
import dev.menagerie.server.tournament.TournamentMatch.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Where tournaments live. A change is one transaction: the tournament, the results it takes and the
 * games it plans, all or nothing. Results are written by the transaction that ends a game. Any
 * thread; waits for the store and throws {@code StoreUnavailable}.
 */
public interface TournamentStore {
  /** Tournaments that are not over, at most: the lobby shows all of them. */
  int MAX_OPEN = 50;

  /** Tournaments of one page. */
  int PAGE = 50;

  /** Keeps a new tournament; false if as many as allowed are open. */
  boolean create(Tournament tournament);

  /** A tournament. */
  Optional<Tournament> find(TournamentId id);

  /** Those that are not over, and those that ended less than an hour ago, the next first. */
  List<TournamentSummary> current();

  /**
   * Those that are over, the latest first.
   *
   * @param before only those that ended before this
   */
  List<TournamentSummary> ended(Optional<Instant> before);

  /** Changes a tournament under its lock; empty if there is none. */
  <T> Optional<T> locked(TournamentId id, Function<Locked, T> work);

  /** Tournaments for which something is to be done. */
  List<TournamentId> due(Instant now);

  /** Names of users; deleted ones are missing. */
  Map<UserId, String> names(Collection<UserId> users);

  /** The deck that a user has registered with. */
  Optional<PlayerEntry> entry(TournamentId id, UserId user);

  /** What a user has registered for and not given up, the latest first; at most {@link #PAGE}. */
  List<Registered> registeredFor(UserId user);

  /** Those of these games' players that have acted in them. */
  Set<UserId> acted(Collection<GameId> games);

  /** Games to be started. */
  List<PlannedGame> toStart(int limit);

  /** A planned game has started. */
  void started(GameId game);

  /** Games of matches that were decided otherwise. */
  List<SurplusGame> toEnd(int limit);

  /** A surplus game never began. */
  void neverBegan(GameId game);

  /** Drops tournaments that ended so long ago; how many. */
  int sweep(Duration age);

  /** A tournament, and what a player has registered with. */
  record Registered(TournamentSummary tournament, PlayerEntry entry) {}

  /** A game that a match needs. */
  record PlannedGame(TournamentId tournament, GameHeader header, PlayerEntry second) {
    @Override
    public String toString() {
      return "PlannedGame[" + header.game() + "]";
    }
  }

  /**
   * A game that is to end, as its match is decided.
   *
   * @param loser the player that forfeits; absent: it ends without a result
   */
  record SurplusGame(GameId game, Optional<UserId> loser) {}

  /** A tournament within a transaction. */
  interface Locked {
    /** As it was stored last. */
    Tournament tournament();

    /** Results of games that no change has taken yet; this one takes them. */
    Map<GameId, Result> takeResults();

    /** Users with a deck here: deleted ones have none. */
    Set<UserId> registered();

    /** What a player has registered with; empty for a deleted user. */
    Optional<PlayerEntry> entry(UserId user);

    /** A player's deck, in place of a former one. */
    void putEntry(PlayerEntry entry);

    /** The player has no deck here any more. */
    void removeEntry(UserId user);

    /** A game that is to be started. */
    void plan(PlannedGame game);

    /** A game that is to end. */
    void end(SurplusGame game);

    /** Stores the tournament. */
    void save(Tournament tournament);
  }
}
