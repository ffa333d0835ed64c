package dev.menagerie.server.game;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Everything that ever happened in every game, in order and for good. Written a moment after the
 * commit, read when the store has lost something and when a game is over. All methods may be called
 * from any thread; they block, and throw {@code StoreUnavailable} when the journal cannot be
 * reached, in which case nothing or everything was written.
 */
public interface GameJournal {
  /**
   * Stores a new game before the game store has it. A creator who repeats the key gets the first
   * game. Counting and storing are one step: concurrent creations, on any nodes, cannot exceed the
   * limits.
   *
   * @param limits how many unfinished games the creator, who is the first player, may have
   */
  Creation create(NewGame game, Optional<CreationKey> key, CreationLimits limits);

  /** {@link #create(NewGame, Optional, CreationLimits)} without limits. */
  default Creation create(NewGame game, Optional<CreationKey> key) {
    return create(game, key, CreationLimits.NONE);
  }

  /** Games kept longer ago than this in which nothing has happened yet, up to a limit. */
  List<GameId> untouched(Duration age, int limit);

  /**
   * Deletes a game whose creation failed. Keeps it if it has a commit, or if a recovery has written
   * it to the store in the meantime.
   */
  void discard(GameId game);

  /**
   * Writes entries of any games, each once however often it comes. The last entry of a game moves
   * it into the archive in the same transaction.
   */
  Appended append(List<JournalEntry> entries);

  /** How far the journal has come with a game, finished ones included. */
  Optional<Head> head(GameId game);

  /** A game's commits in order, those of abandoned ends of epochs left out. */
  List<JournalRow> rows(GameId game);

  /** The rows of an epoch after a version, in order, up to a limit. */
  List<StoredRecord> recordsAfter(GameId game, int epoch, long version, int limit);

  /**
   * The original reply to a request, {@code Duplicate} or {@code Reused}; empty if it was never
   * committed.
   */
  Optional<Commit> reply(GameId game, Request request);

  /** A creator's own name for one creation. */
  record CreationKey(UserId creator, String value) {}

  /**
   * Bounds on the unfinished games of one user.
   *
   * @param unfinished games in which the user has a seat
   * @param listed the user's own games that are listed and wait for a player
   */
  record CreationLimits(int unfinished, int listed) {
    /** No bounds. */
    public static final CreationLimits NONE =
        new CreationLimits(Integer.MAX_VALUE, Integer.MAX_VALUE);

    public CreationLimits {
      if (unfinished < 1 || listed < 1) {
        throw new IllegalArgumentException("a user may have at least one game");
      }
    }

    /**
     * The limit that one more game would break, if any.
     *
     * @param unfinishedNow unfinished games the user sits in
     * @param listedNow listed games of the user's that wait
     * @param listing whether the further game is listed
     */
    public Optional<Creation.LimitReached> reached(
        long unfinishedNow, long listedNow, LobbyListing listing) {
      if (unfinishedNow >= unfinished) {
        return Optional.of(new Creation.LimitReached(Creation.Limit.UNFINISHED, unfinished));
      }
      return listing == LobbyListing.LISTED && listedNow >= listed
          ? Optional.of(new Creation.LimitReached(Creation.Limit.LISTED, listed))
          : Optional.empty();
    }
  }

  /** The result of a creation. */
  sealed interface Creation {
    record Created() implements Creation {}

    /** The key was used before, for this game. */
    record Repeated(GameId game) implements Creation {}

    /** Nothing was stored: the creator has the allowed number of games. */
    record LimitReached(Limit limit, int most) implements Creation {}

    /** The bounded kinds of a user's games. */
    enum Limit {
      UNFINISHED,
      LISTED
    }
  }

  /**
   * The result of appending.
   *
   * @param written entries that were new
   * @param contradictions entries whose version has another digest in the journal: two nodes made
   *     two histories of one game. They are stored apart and raise an alarm
   */
  record Appended(int written, List<JournalEntry> contradictions) {
    public Appended {
      contradictions = List.copyOf(contradictions);
    }
  }
}
