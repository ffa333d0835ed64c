package dev.menagerie.server.rating;

import static dev.menagerie.server.http.ProblemKind.NOT_FOUND;

import dev.menagerie.server.archive.InvalidCursor;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.http.Call;
import dev.menagerie.server.http.HttpRefusal;
import dev.menagerie.server.http.Page;
import dev.menagerie.server.http.ProblemKind;
import dev.menagerie.server.http.Route;
import dev.menagerie.server.http.RouteResponse;
import dev.menagerie.server.rating.Ladders.Change;
import dev.menagerie.server.rating.Ladders.Entry;
import dev.menagerie.server.rating.Ladders.RankedStanding;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Ratings, ladders and seasons over REST. */
public final class RatingRoutes {
  private static final int PAGE = 50;

  private final Ladders ladders;
  private final Predicate<UserId> users;
  private final Predicate<String> presets;
  private final InstantSource clock;

  /**
   * @param users whether a user exists
   * @param presets whether a preset exists
   */
  public RatingRoutes(
      Ladders ladders, Predicate<UserId> users, Predicate<String> presets, InstantSource clock) {
    this.ladders = ladders;
    this.users = users;
    this.presets = presets;
    this.clock = clock;
  }

  /**
   * A player's rating in a preset.
   *
   * @param deviation the uncertainty: the true strength is within two deviations, mostly
   * @param provisional whether the rating says too little to be compared
   * @param rank the place on the ladder; absent: guests and provisional ratings have none
   */
  public record RatingView(
      String preset,
      String season,
      double rating,
      double deviation,
      boolean provisional,
      Optional<Integer> rank,
      int games,
      int wins,
      int losses,
      int ties) {
    static RatingView of(RankedStanding ranked) {
      var standing = ranked.standing();
      var rating = standing.rating();
      return new RatingView(
          ranked.preset(),
          standing.season().id(),
          rating.value(),
          rating.deviation(),
          rating.isProvisional(),
          ranked.rank(),
          standing.games(),
          standing.wins(),
          standing.losses(),
          standing.ties());
    }
  }

  /** A row of a ladder. */
  public record LadderRow(
      int rank,
      String userId,
      String name,
      double rating,
      double deviation,
      int games,
      int wins,
      int losses,
      int ties) {
    static LadderRow of(Entry entry) {
      var standing = entry.standing();
      return new LadderRow(
          entry.rank(),
          entry.user().value(),
          entry.name(),
          standing.rating().value(),
          standing.rating().deviation(),
          standing.games(),
          standing.wins(),
          standing.losses(),
          standing.ties());
    }
  }

  /**
   * A ranked game and what it changed.
   *
   * @param result {@code win}, {@code loss} or {@code tie}
   * @param notCounted why it changed no rating
   */
  public record RatedGame(
      String gameId,
      String preset,
      String season,
      String opponentId,
      String result,
      Optional<String> notCounted,
      Optional<Double> ratingBefore,
      Optional<Double> ratingAfter,
      Instant endedAt) {
    static RatedGame of(Change change) {
      return new RatedGame(
          change.game().value(),
          change.preset(),
          change.season().id(),
          change.opponent().value(),
          change.outcome().name().toLowerCase(Locale.ROOT),
          change.notCounted(),
          change.numbers().map(Ladders.Numbers::ratingBefore),
          change.numbers().map(Ladders.Numbers::ratingAfter),
          change.endedAt());
    }
  }

  /** A season of all ladders. */
  public record SeasonView(String id, Instant startsAt, Instant endsAt, boolean current) {}

  /** The routes of ratings. */
  public List<Route<?, ?>> routes() {
    return List.of(
        Route.get("/ratings/me", "myRatings", "Your ratings in this season, or in another one")
            .query("season", "a season's id; absent: the current one")
            .respondsPageOf(RatingView.class)
            .by(call -> places(new UserId(call.user().userId()), call)),
        Route.get("/ratings/me/history", "myRatedGames", "Your ranked games, the latest first")
            .query("cursor", "where the page starts: next_cursor of the page before")
            .respondsPageOf(RatedGame.class)
            .by(this::history),
        Route.get("/users/{id}/ratings", "ratingsOf", "A user's ratings in a season")
            .query("season", "a season's id; absent: the current one")
            .respondsPageOf(RatingView.class)
            .refuses(NOT_FOUND)
            .by(call -> places(user(call), call)),
        Route.get("/ladders/{preset}", "ladder", "Players with settled ratings, the best first")
            .query("season", "a season's id; absent: the current one")
            .query("cursor", "where the page starts: next_cursor of the page before")
            .respondsPageOf(LadderRow.class)
            .refuses(NOT_FOUND)
            .by(this::ladder),
        Route.get("/seasons", "seasons", "The seasons of ranked games, the latest first")
            .respondsPageOf(SeasonView.class)
            .by(_ -> seasons()));
  }

  private RouteResponse<Page<RatingView>> places(UserId user, Call<Void> call) {
    var items = ladders.rankedStandings(user, season(call)).stream().map(RatingView::of).toList();
    return RouteResponse.of(new Page<>(items, Optional.empty()));
  }

  private RouteResponse<Page<RatedGame>> history(Call<Void> call) {
    var user = new UserId(call.user().userId());
    var page = paged(() -> ladders.changesOf(user, call.query("cursor"), PAGE));
    return RouteResponse.of(
        new Page<>(page.items().stream().map(RatedGame::of).toList(), page.next()));
  }

  private RouteResponse<Page<LadderRow>> ladder(Call<Void> call) {
    var preset = call.pathParameter("preset");
    if (!presets.test(preset)) throw HttpRefusal.of(NOT_FOUND);
    var season = season(call);
    var page = paged(() -> ladders.ladder(preset, season, call.query("cursor"), PAGE));
    return RouteResponse.of(
        new Page<>(page.items().stream().map(LadderRow::of).toList(), page.next()));
  }

  private RouteResponse<Page<SeasonView>> seasons() {
    var current = Season.of(clock.instant());
    var items =
        ladders.seasons().stream()
            .map(season ->
                new SeasonView(
                    season.id(), season.startsAt(), season.endsAt(), season.equals(current)))
            .toList();
    return RouteResponse.of(new Page<>(items, Optional.empty()));
  }

  private UserId user(Call<Void> call) {
    return UserId.parse(call.pathParameter("id"))
        .filter(users)
        .orElseThrow(HttpRefusal.because(NOT_FOUND));
  }

  private Season season(Call<Void> call) {
    try {
      return call.query("season").map(Season::new).orElseGet(() -> Season.of(clock.instant()));
    } catch (IllegalArgumentException invalid) {
      throw HttpRefusal.of(ProblemKind.INVALID_MESSAGE, "season is not a season's id");
    }
  }

  private static <T> T paged(Supplier<T> read) {
    try {
      return read.get();
    } catch (InvalidCursor invalid) {
      throw HttpRefusal.of(
          ProblemKind.INVALID_MESSAGE, "The cursor is none that this list gave out");
    }
  }
}
