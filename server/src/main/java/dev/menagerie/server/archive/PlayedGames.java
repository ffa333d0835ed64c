package dev.menagerie.server.archive;

import dev.menagerie.server.game.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A user's finished games with decks and results, and what they add up to. Each game is counted
 * once: it is described in the transaction that ends it. Any thread; waits for the store, throws
 * {@code StoreUnavailable}, and {@link InvalidCursor} for a cursor that no page returned.
 */
public interface PlayedGames {
  /** The latest games that statistics count; earlier ones are left out. */
  int MAX_COUNTED = 5_000;

  /** Decks, presets and months of one list at most, those with the most games or the latest. */
  int MAX_GROUPS = 50;

  /** How a game ended for the user. */
  enum Result {
    WON,
    LOST,
    TIED,
    /** It never began, or an operator ended it; statistics leave it out. */
    NONE
  }

  /** Whom the user played against. */
  enum Against {
    PEOPLE,
    BOTS
  }

  /**
   * A deck of a game.
   *
   * @param id the print of its cards: the same cards, the same id
   * @param name as its player had called it; absent for games of older builds
   */
  record Deck(String id, Optional<String> name) {}

  /** A finished game of a user; decks and result are absent until an older game is described. */
  record Played(
      FinishedSummary game,
      Optional<Result> result,
      Optional<Deck> deck,
      Optional<Deck> opponentDeck) {}

  /**
   * Which games. Every member that is given must hold.
   *
   * @param since games that ended then or later
   * @param until games that ended before
   */
  record Filter(
      Optional<String> preset,
      Optional<String> gameType,
      Optional<Result> result,
      Optional<Against> against,
      Optional<UserId> opponent,
      Optional<String> deck,
      Optional<String> opponentDeck,
      Optional<Instant> since,
      Optional<Instant> until) {
    /** All games. */
    public static final Filter ALL =
        new Filter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }

  /** Results of some games. */
  record Tally(int games, int won, int lost, int tied) {}

  /**
   * Results by something.
   *
   * @param key a preset, a deck's id or a month such as {@code 2026-11}
   * @param name of a deck, as it was called last
   */
  record Group(String key, Optional<String> name, Tally tally) {}

  /**
   * What games add up to.
   *
   * @param turns of all of them
   * @param durationMs of all of them
   */
  record Statistics(
      Tally total,
      long turns,
      long durationMs,
      List<Group> presets,
      List<Group> decks,
      List<Group> opponentDecks,
      List<Group> months) {
    public Statistics {
      presets = List.copyOf(presets);
      decks = List.copyOf(decks);
      opponentDecks = List.copyOf(opponentDecks);
      months = List.copyOf(months);
    }
  }

  /** A user's finished games, the latest end first; without games that were called off. */
  ArchivePage<Played> gamesOf(UserId user, Filter filter, Optional<String> cursor, int limit);

  /** What the latest {@link #MAX_COUNTED} of a user's games add up to. */
  Statistics statisticsOf(UserId user, Filter filter);
}
