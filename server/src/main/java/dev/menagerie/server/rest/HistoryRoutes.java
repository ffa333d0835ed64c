package dev.menagerie.server.rest;

import static dev.menagerie.server.http.ProblemKind.INVALID_MESSAGE;
import static dev.menagerie.server.http.ProblemKind.NOT_FOUND;

import dev.menagerie.server.archive.PlayedGames;
import dev.menagerie.server.archive.PlayedGames.Against;
import dev.menagerie.server.archive.PlayedGames.Filter;
import dev.menagerie.server.archive.PlayedGames.Group;
import dev.menagerie.server.archive.PlayedGames.Result;
import dev.menagerie.server.archive.PlayedGames.Statistics;
import dev.menagerie.server.archive.PlayedGames.Tally;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.http.Call;
import dev.menagerie.server.http.HttpRefusal;
import dev.menagerie.server.http.Page;
import dev.menagerie.server.http.RateLimit;
import dev.menagerie.server.http.Route;
import dev.menagerie.server.http.RouteResponse;
import dev.menagerie.server.rest.GameViews.Past;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Finished games and statistics over REST. */
public final class HistoryRoutes {
  private static final int PAGE = 50;

  /** A statistic reads some thousand rows. */
  private static final RateLimit STATISTICS = RateLimit.perMinute("statistics", 60);

  /** Longer texts are no preset, deck or type of ours. */
  private static final int MAX_WORD = 64;

  private final PlayedGames played;
  private final Predicate<UserId> isUser;

  /**
   * Routes over these games.
   *
   * @param isUser whether there is such a user
   */
  public HistoryRoutes(PlayedGames played, Predicate<UserId> isUser) {
    this.played = played;
    this.isUser = isUser;
  }

  /**
   * Results by something.
   *
   * @param key a preset, a deck's id or a month such as {@code 2026-11}
   * @param name of a deck, as it was called last
   */
  public record GroupView(
      String key, Optional<String> name, int games, int won, int lost, int tied) {}

  /**
   * What the caller's games add up to.
   *
   * @param averageTurns 0 without games
   * @param averageDurationMs 0 without games
   */
  public record StatisticsView(
      int games,
      int won,
      int lost,
      int tied,
      double averageTurns,
      long averageDurationMs,
      List<GroupView> presets,
      List<GroupView> decks,
      List<GroupView> opponentDecks,
      List<GroupView> months) {}

  /** What everyone may know of a user's games; decks are not in it. */
  public record ProfileView(
      String userId, int games, int won, int lost, int tied, List<GroupView> presets) {}

  /** The routes of history and statistics. */
  public List<Route<?, ?>> routes() {
    return List.of(
        filtered(
                Route.get("/games/me/history", "myHistory", "Your finished games, the latest first")
                    .query("cursor", "where the page starts: next_cursor of the page before"))
            .respondsPageOf(Past.class)
            .by(this::history),
        filtered(Route.get("/statistics/me", "myStatistics", "What your games add up to"))
            .responds(200, StatisticsView.class)
            .limitedTo(STATISTICS)
            .by(call -> RouteResponse.of(view(played.statisticsOf(user(call), filter(call))))),
        Route.get("/users/{id}/statistics", "userStatistics", "What a user's games add up to")
            .responds(200, ProfileView.class)
            .limitedTo(STATISTICS)
            .refuses(NOT_FOUND)
            .by(this::profile));
  }

  private static Route.Builder<Void, Void> filtered(Route.Builder<Void, Void> route) {
    return route
        .query("preset", "games by this preset")
        .query("game_type", "casual, ranked or campaign")
        .query("result", "won, lost, tied or none")
        .query("against", "people or bots")
        .query("opponent", "games against this user")
        .query("deck", "games with the deck of this id, as in deck.deck_id")
        .query("opponent_deck", "games against the deck of this id")
        .query("since", "games that ended at this time or later")
        .query("until", "games that ended before this time");
  }

  private RouteResponse<Page<Past>> history(Call<Void> call) {
    var page =
        GameRoutes.paged(
            () -> played.gamesOf(user(call), filter(call), call.query("cursor"), PAGE));
    return RouteResponse.of(
        new Page<>(page.items().stream().map(GameViews::of).toList(), page.next()));
  }

  private RouteResponse<ProfileView> profile(Call<Void> call) {
    var user =
        UserId.parse(call.pathParameter("id"))
            .filter(isUser)
            .orElseThrow(HttpRefusal.because(NOT_FOUND));
    var statistics = played.statisticsOf(user, Filter.ALL);
    var total = statistics.total();
    return RouteResponse.of(
        new ProfileView(
            user.value(),
            total.games(),
            total.won(),
            total.lost(),
            total.tied(),
            views(statistics.presets())));
  }

  private static Filter filter(Call<?> call) {
    return new Filter(
        word(call, "preset"),
        word(call, "game_type"),
        read(call, "result", HistoryRoutes::result),
        read(call, "against", text -> Against.valueOf(text.toUpperCase(Locale.ROOT))),
        read(call, "opponent", UserId::new),
        word(call, "deck"),
        word(call, "opponent_deck"),
        read(call, "since", Instant::parse),
        read(call, "until", Instant::parse));
  }

  private static Result result(String text) {
    return Result.valueOf(text.toUpperCase(Locale.ROOT));
  }

  private static Optional<String> word(Call<?> call, String name) {
    return read(
        call,
        name,
        text -> {
          if (text.length() > MAX_WORD) throw new IllegalArgumentException("too long");
          return text;
        });
  }

  private static <T> Optional<T> read(Call<?> call, String name, Function<String, T> reader) {
    try {
      return call.query(name).map(reader);
    } catch (IllegalArgumentException | DateTimeException unreadable) {
      throw HttpRefusal.of(INVALID_MESSAGE, name + " is not one of the values it can have");
    }
  }

  private static StatisticsView view(Statistics statistics) {
    Tally total = statistics.total();
    int games = Math.max(1, total.games());
    return new StatisticsView(
        total.games(),
        total.won(),
        total.lost(),
        total.tied(),
        Math.round(10.0 * statistics.turns() / games) / 10.0,
        statistics.durationMs() / games,
        views(statistics.presets()),
        views(statistics.decks()),
        views(statistics.opponentDecks()),
        views(statistics.months()));
  }

  private static List<GroupView> views(List<Group> groups) {
    return groups.stream()
        .map(group ->
            new GroupView(
                group.key(),
                group.name(),
                group.tally().games(),
                group.tally().won(),
                group.tally().lost(),
                group.tally().tied()))
        .toList();
  }

  private static UserId user(Call<?> call) {
    return GameRoutes.userId(call.user());
  }
}
