package dev.menagerie.server.play;

import dev.menagerie.rules.card.CatalogSource;
import dev.menagerie.server.archive.GameArchive;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.game.Hints;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.game.StoredGame;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The games this node remembers, loaded when they are first asked for. Any thread. */
final class GameCache {
  /** Games remembered; a game of two 60-card decks takes some 60 KB. */
  private static final int MAX_GAMES = 10_000;

  /** Games that are added after one eviction before the next. */
  private static final int EVICTION_BATCH = MAX_GAMES / 10;

  private final GameStore store;
  private final GameArchive archive;
  private final MomentReader moments;
  private final ArchivedGames archived;
  private final UnavailableGames unavailable;
  private final List<GameListener> listeners;
  private final ConcurrentHashMap<GameId, LiveGame> games = new ConcurrentHashMap<>();

  /** Size at which games are evicted. Two threads may evict at once, which is harmless. */
  private volatile int evictionThreshold = MAX_GAMES;

  GameCache(
      GameStore store,
      GameArchive archive,
      CatalogSource catalog,
      UnavailableGames unavailable,
      List<GameListener> listeners) {
    this.store = store;
    this.archive = archive;
    this.moments = new MomentReader(catalog);
    this.archived = new ArchivedGames(catalog);
    this.unavailable = unavailable;
    this.listeners = listeners;
  }

  /** A game if it is remembered; never blocks. */
  @Nullable LiveGame known(GameId game) {
    return games.get(game);
  }

  /** A game from the store or the archive; blocks. */
  Optional<LiveGame> load(GameId game) {
    return unavailable.watched(
        game,
        () -> store.load(game).map(this::remember).or(() -> archive.ended(game).map(archived::of)));
  }

  /**
   * Whether this node hears of every commit to the game, or there will be none: its moment is then
   * the newest, unless a hint says otherwise.
   */
  boolean isUpToDate(LiveGame live) {
    if (live.isBehind()) return false;
    if (live.moment().isOver()) return true;
    for (var listener : listeners) {
      if (listener.isHinted(live.id())) return true;
    }
    return false;
  }

  void forget(GameId game) {
    games.remove(game);
  }

  /** Notes the commits of other nodes; the store is read when the game is needed. */
  void noteHint(Hints.Hint hint) {
    switch (hint) {
      case Hints.Hint.Moved moved -> {
        var live = games.get(moved.game());
        if (live != null) live.seenAt(moved.epoch(), moved.version());
      }
      case Hints.Hint.OutboxFilled _ -> {}
      case Hints.Hint.MaybeLost _ -> games.values().forEach(LiveGame::doubt);
      case Hints.Hint.TimeGivenBack given ->
          games.values().stream()
              .filter(live -> Partition.of(live.id()).equals(given.partition()))
              .forEach(LiveGame::doubt);
    }
  }

  private LiveGame remember(StoredGame loaded) {
    var header = StoredGameReader.header(loaded.header());
    if (games.size() >= evictionThreshold) makeRoom();
    var live = new LiveGame(header, moments.of(loaded));
    var raced = games.putIfAbsent(loaded.game(), live);
    if (raced != null) return raced;
    for (var listener : listeners) listener.resynced(live);
    return live;
  }

  /**
   * Evicts games that no listener follows; an evicted game is loaded again with its next action.
   * Where all games are followed nothing can be evicted, and the search is not repeated for each
   * new game.
   */
  private void makeRoom() {
    games.keySet().stream()
        .filter(game -> listeners.stream().noneMatch(listener -> listener.isFollowing(game)))
        .limit(Math.max(0, games.size() - MAX_GAMES) + EVICTION_BATCH)
        .forEach(games::remove);
    evictionThreshold = Math.max(MAX_GAMES, games.size() + EVICTION_BATCH);
  }
}
