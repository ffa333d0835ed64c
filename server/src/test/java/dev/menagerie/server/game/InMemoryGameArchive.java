package dev.menagerie.server.game;

import dev.menagerie.server.archive.ActiveGame;
import dev.menagerie.server.archive.ArchivePage;
import dev.menagerie.server.archive.FinishedGame;
import dev.menagerie.server.archive.FinishedSummary;
import dev.menagerie.server.archive.GameArchive;
import dev.menagerie.server.archive.InvalidCursor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The archive's promises in the simplest form, over the games of {@link InMemoryGameJournal}. */
abstract class InMemoryGameArchive implements GameArchive {
  final Map<GameId, KeptGame> games = new LinkedHashMap<>();

  @Override
  public synchronized Optional<ActiveGame> active(GameId game) {
    return Optional.ofNullable(games.get(game)).filter(KeptGame::running).map(KeptGame::active);
  }

  @Override
  public synchronized ArchivePage<ActiveGame> activeOf(
      UserId user, Optional<String> cursor, int limit) {
    return page(latestFirst(kept -> kept.indexEntry.players().contains(user)), cursor, limit);
  }

  @Override
  public synchronized ArchivePage<ActiveGame> live(Optional<String> cursor, int limit) {
    return page(
        youngestFirst(kept ->
            kept.indexEntry.audience() == Audience.PUBLIC
                && kept.indexEntry.status() != LifecycleStatus.WAITING),
        cursor,
        limit);
  }

  @Override
  public synchronized ArchivePage<ActiveGame> open(Optional<String> cursor, int limit) {
    return page(
        youngestFirst(kept ->
            kept.indexEntry.listing() == LobbyListing.LISTED
                && kept.indexEntry.status() == LifecycleStatus.WAITING),
        cursor,
        limit);
  }

  @Override
  public Optional<FinishedGame> ended(GameId game) {
    return finished(game);
  }

  @Override
  public synchronized Optional<FinishedGame> finished(GameId game) {
    return Optional.ofNullable(games.get(game)).flatMap(kept -> kept.finished);
  }

  @Override
  public synchronized ArchivePage<FinishedSummary> historyOf(
      UserId user, Optional<String> cursor, int limit) {
    var all =
        games.values().stream()
            .flatMap(kept -> kept.finished.stream())
            .filter(game -> game.indexEntry().players().contains(user))
            .sorted(Comparator.comparing(FinishedGame::endedAt).reversed())
            .map(FinishedGame::summary)
            .toList();
    return page(all, cursor, limit);
  }

  private List<ActiveGame> latestFirst(Predicate<KeptGame> chosen) {
    return running(chosen, ActiveGame::updatedAt);
  }

  private List<ActiveGame> youngestFirst(Predicate<KeptGame> chosen) {
    return running(chosen, ActiveGame::createdAt);
  }

  /** Of the same moment, the one added last is first. */
  private List<ActiveGame> running(Predicate<KeptGame> chosen, Function<ActiveGame, Instant> by) {
    return new ArrayList<>(games.values())
        .reversed().stream()
            .filter(kept -> kept.running() && chosen.test(kept))
            .map(KeptGame::active)
            .sorted(Comparator.comparing(by).reversed())
            .toList();
  }

  private static <T> ArchivePage<T> page(List<T> all, Optional<String> cursor, int limit) {
    int from = cursor.map(InMemoryGameArchive::offset).orElse(0);
    int to = Math.min(all.size(), from + limit);
    if (from > to) throw new InvalidCursor();
    return new ArchivePage<>(
        all.subList(from, to),
        to < all.size() ? Optional.of(Integer.toString(to)) : Optional.empty());
  }

  private static int offset(String cursor) {
    try {
      return Integer.parseUnsignedInt(cursor);
    } catch (NumberFormatException _) {
      throw new InvalidCursor();
    }
  }
}
