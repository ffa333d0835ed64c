package dev.menagerie.server.tournament;

import static dev.menagerie.server.http.ProblemKind.BUSY;
import static dev.menagerie.server.http.ProblemKind.DECK_INVALID;
import static dev.menagerie.server.http.ProblemKind.DECK_NOT_FOUND;
import static dev.menagerie.server.http.ProblemKind.INVALID_MESSAGE;
import static dev.menagerie.server.http.ProblemKind.LIMIT_REACHED;
import static dev.menagerie.server.http.ProblemKind.NOT_FOUND;
import static dev.menagerie.server.http.ProblemKind.UNAVAILABLE;
import static dev.menagerie.server.http.ProblemKind.WRONG_PHASE;

import dev.menagerie.protocol.Refusal;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.http.Call;
import dev.menagerie.server.http.HttpRefusal;
import dev.menagerie.server.http.Page;
import dev.menagerie.server.http.RateLimit;
import dev.menagerie.server.http.Route;
import dev.menagerie.server.http.RouteResponse;
import dev.menagerie.server.play.CreateGame.Person;
import dev.menagerie.server.play.MatchGames;
import dev.menagerie.server.play.MatchGames.Entry;
import dev.menagerie.server.play.PlayerEntry;
import dev.menagerie.server.tournament.Tournament.Entrant;
import dev.menagerie.server.tournament.TournamentViews.MatchView;
import dev.menagerie.server.tournament.TournamentViews.Participation;
import dev.menagerie.server.tournament.TournamentViews.StandingRow;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** {@code /tournaments}: announced tournaments, standings, and taking part. */
public final class TournamentRoutes {
  private final Tournaments tournaments;
  private final TournamentStore store;
  private final MatchGames games;
  private final Function<String, Optional<RulesConfig>> presets;
  private final Function<Refusal, HttpRefusal> refusals;
  private final RateLimit limit;

  /**
   * @param refusals the problem document of a refusal of the game service
   * @param limit how often one user may register, check in or drop
   */
  public TournamentRoutes(
      Tournaments tournaments,
      TournamentStore store,
      MatchGames games,
      Function<String, Optional<RulesConfig>> presets,
      Function<Refusal, HttpRefusal> refusals,
      RateLimit limit) {
    this.tournaments = tournaments;
    this.store = store;
    this.games = games;
    this.presets = presets;
    this.refusals = refusals;
    this.limit = limit;
  }

  /**
   * The body of {@code PUT /tournaments/{id}/registration}.
   *
   * @param deckId the deck to play with; it is taken as it is now
   */
  public record TournamentDeck(String deckId) {}

  /**
   * A tournament with its standings.
   *
   * @param you absent: the user has not registered
   */
  public record TournamentView(
      TournamentSummary tournament, Optional<Participation> you, List<StandingRow> standings) {}

  /** Everything about a tournament, to be kept elsewhere. */
  public record TournamentExport(
      TournamentSummary tournament, List<StandingRow> standings, List<MatchView> matches) {}

  /** The routes of tournaments. */
  public List<Route<?, ?>> routes() {
    return List.of(
        Route.get("/tournaments", "tournaments", "Tournaments that are not over, the next first")
            .query("over", "true: those that are over, the latest first")
            .query("cursor", "where the page starts: next_cursor of the page before")
            .respondsPageOf(TournamentSummary.class)
            .by(this::list),
        Route.get("/tournaments/{id}", "tournament", "A tournament with its standings")
            .responds(200, TournamentView.class)
            .refuses(NOT_FOUND)
            .by(call -> RouteResponse.of(view(tournament(call), user(call)))),
        Route.get("/tournaments/{id}/matches", "tournamentMatches", "Matches, by round and table")
            .query("round", "the matches of this round; absent: of all rounds")
            .respondsPageOf(MatchView.class)
            .refuses(NOT_FOUND)
            .by(this::matches),
        Route.get("/tournaments/{id}/results", "tournamentResults", "A tournament as a document")
            .responds(200, TournamentExport.class)
            .refuses(NOT_FOUND)
            .by(call -> RouteResponse.of(export(tournament(call)))),
        Route.put("/tournaments/{id}/registration", "registerForTournament", "Take part")
            .takes(TournamentDeck.class)
            .responds(200, TournamentView.class)
            .refuses(
                NOT_FOUND,
                DECK_NOT_FOUND,
                DECK_INVALID,
                LIMIT_REACHED,
                WRONG_PHASE,
                BUSY,
                UNAVAILABLE)
            .limitedTo(limit)
            .by(this::register),
        Route.post("/tournaments/{id}/check-in", "checkIn", "Say that you are there")
            .responds(200, TournamentView.class)
            .refuses(NOT_FOUND, WRONG_PHASE)
            .limitedTo(limit)
            .by(call -> changed(call, () -> tournaments.checkIn(id(call), user(call)))),
        Route.delete("/tournaments/{id}/registration", "dropFromTournament", "Leave a tournament")
            .responds(200, TournamentView.class)
            .refuses(NOT_FOUND, WRONG_PHASE)
            .limitedTo(limit)
            .by(call -> changed(call, () -> tournaments.drop(id(call), user(call)))));
  }

  private RouteResponse<Page<TournamentSummary>> list(Call<Void> call) {
    boolean areOver = call.query("over").map("true"::equals).orElse(false);
    if (!areOver) {
      var open = store.current().stream().filter(one -> !one.phase().isOver()).toList();
      return RouteResponse.of(Page.whole(open));
    }
    var items = store.ended(call.query("cursor").map(TournamentRoutes::time));
    var next =
        items.size() < TournamentStore.PAGE
            ? Optional.<String>empty()
            : items.getLast().endedAt().map(Instant::toString);
    return RouteResponse.of(new Page<>(items, next));
  }

  private static Instant time(String cursor) {
    try {
      return Instant.parse(cursor);
    } catch (DateTimeException e) {
      throw HttpRefusal.of(INVALID_MESSAGE, "The cursor is none that this list gave out");
    }
  }

  private RouteResponse<Page<MatchView>> matches(Call<Void> call) {
    var round = call.query("round").map(TournamentRoutes::number);
    return RouteResponse.of(Page.whole(views(tournament(call)).matches(round)));
  }

  private static Integer number(String text) {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw HttpRefusal.of(INVALID_MESSAGE, "round is a number");
    }
  }

  private RouteResponse<TournamentView> register(Call<TournamentDeck> call) {
    var tournament = tournament(call);
    var rules = presets.apply(tournament.plan().preset());
    if (rules.isEmpty()) throw HttpRefusal.of(WRONG_PHASE);
    var person = new Person(user(call), call.user().name());
    return switch (games.entry(person, call.body().deckId(), rules.get())) {
      case Entry.Refused refused -> throw refusals.apply(refused.refusal());
      case Entry.LimitReached reached ->
          throw HttpRefusal.of(LIMIT_REACHED, "You have too many unfinished games")
              .with(Map.of("most", reached.most()));
      case Entry.Ready ready ->
          changed(call, () -> tournaments.register(tournament.id(), ready.player()));
    };
  }

  private RouteResponse<TournamentView> changed(Call<?> call, Supplier<Tournament> change) {
    try {
      return RouteResponse.of(view(change.get(), user(call)));
    } catch (TournamentRefused refused) {
      var kind =
          switch (refused.reason()) {
            case NOT_FOUND -> NOT_FOUND;
            case FULL -> LIMIT_REACHED;
            case WRONG_PHASE -> WRONG_PHASE;
          };
      throw HttpRefusal.of(kind, String.valueOf(refused.getMessage()));
    }
  }

  private TournamentView view(Tournament tournament, UserId user) {
    var views = views(tournament);
    var deck = store.entry(tournament.id(), user).map(PlayerEntry::deckName);
    return new TournamentView(
        TournamentSummary.of(tournament), views.participation(user, deck), views.standings());
  }

  /** Everything about a tournament, for operators and players. */
  public TournamentExport export(Tournament tournament) {
    var views = views(tournament);
    return new TournamentExport(
        TournamentSummary.of(tournament), views.standings(), views.matches(Optional.empty()));
  }

  private TournamentViews views(Tournament tournament) {
    var users = new ArrayList<>(tournament.entrants().stream().map(Entrant::user).toList());
    return new TournamentViews(tournament, store.names(users));
  }

  private Tournament tournament(Call<?> call) {
    return store.find(id(call)).orElseThrow(HttpRefusal.because(NOT_FOUND));
  }

  private static TournamentId id(Call<?> call) {
    return TournamentId.parse(call.pathParameter("id")).orElseThrow(HttpRefusal.because(NOT_FOUND));
  }

  private static UserId user(Call<?> call) {
    return new UserId(call.user().userId());
  }
}
