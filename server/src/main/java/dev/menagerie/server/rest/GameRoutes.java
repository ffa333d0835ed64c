package dev.menagerie.server.rest;

import static dev.menagerie.server.http.ProblemKind.BUSY;
import static dev.menagerie.server.http.ProblemKind.DECK_INVALID;
import static dev.menagerie.server.http.ProblemKind.DECK_NOT_FOUND;
import static dev.menagerie.server.http.ProblemKind.GAME_FULL;
import static dev.menagerie.server.http.ProblemKind.GAME_NOT_FOUND;
import static dev.menagerie.server.http.ProblemKind.GAME_OVER;
import static dev.menagerie.server.http.ProblemKind.INVALID_ACTION;
import static dev.menagerie.server.http.ProblemKind.INVALID_MESSAGE;
import static dev.menagerie.server.http.ProblemKind.LIMIT_REACHED;
import static dev.menagerie.server.http.ProblemKind.MESSAGE_ID_REUSED;
import static dev.menagerie.server.http.ProblemKind.NOT_PARTICIPANT;
import static dev.menagerie.server.http.ProblemKind.RATE_LIMITED;
import static dev.menagerie.server.http.ProblemKind.UNAVAILABLE;

import dev.menagerie.codec.RawJson;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.server.GameUnavailable;
import dev.menagerie.server.archive.ActiveGame;
import dev.menagerie.server.archive.ArchivePage;
import dev.menagerie.server.archive.GameArchive;
import dev.menagerie.server.archive.InvalidCursor;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.MessageId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.http.AuthenticatedCaller;
import dev.menagerie.server.http.Call;
import dev.menagerie.server.http.HttpRefusal;
import dev.menagerie.server.http.Page;
import dev.menagerie.server.http.RateLimit;
import dev.menagerie.server.http.Route;
import dev.menagerie.server.http.RouteResponse;
import dev.menagerie.server.play.ActionReply;
import dev.menagerie.server.play.CreateGame.Person;
import dev.menagerie.server.play.Games;
import dev.menagerie.server.play.LiveGame;
import dev.menagerie.server.play.Lobby;
import dev.menagerie.server.play.Outcome;
import dev.menagerie.server.rest.GameViews.Entered;
import dev.menagerie.server.rest.GameViews.Summary;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Creating, joining, finding and ending games over REST. */
public final class GameRoutes {
  private static final int PAGE = 50;

  /** The message id of a resignation without an {@code Idempotency-Key}. */
  private static final String ONLY_RESIGNATION = "rest-resign";

  private final InstantSource clock = InstantSource.system();
  private final Lobby lobby;
  private final Games games;
  private final GameArchive archive;
  private final NewGameReader newGames;
  private final BlockedGames hidden;
  private final String wsUrl;
  private final RateLimit creation;

  /**
   * @param hidden users that keep each other away
   * @param wsUrl address of the namespace that games are played on
   * @param creation how many games one user may create
   */
  public GameRoutes(
      Lobby lobby,
      Games games,
      GameArchive archive,
      NewGameReader newGames,
      BlockedGames hidden,
      String wsUrl,
      RateLimit creation) {
    this.lobby = lobby;
    this.games = games;
    this.archive = archive;
    this.newGames = newGames;
    this.hidden = hidden;
    this.wsUrl = wsUrl;
    this.creation = creation;
  }

  /** The body of {@code POST /games/{id}/join}. */
  public record JoinBody(String deckId, Optional<String> inviteCode) {}

  /** The response of {@code POST /games/{id}/resign}. */
  public record Resigned(boolean ok, long eventId, String actionType, RawJson events) {}

  /** The routes under {@code /games}, without replays. */
  public List<Route<?, ?>> routes() {
    return List.of(
        Route.post("/games", "createGame", "Create a game")
            .takes(NewGameBody.class)
            .responds(201, Entered.class)
            .refuses(DECK_NOT_FOUND, DECK_INVALID, LIMIT_REACHED, RATE_LIMITED, BUSY, UNAVAILABLE)
            .limitedTo(creation)
            .repeatable()
            .refusedWhileStopping()
            .by(this::create),
        Route.post("/games/{id}/join", "joinGame", "Take the second seat of a waiting game")
            .takes(JoinBody.class)
            .responds(200, Entered.class)
            .refuses(
                GAME_NOT_FOUND,
                GAME_FULL,
                DECK_NOT_FOUND,
                DECK_INVALID,
                LIMIT_REACHED,
                BUSY,
                UNAVAILABLE)
            .by(this::join),
        Route.get("/games/me/active", "myActiveGames", "Your unfinished games")
            .query("cursor", "where the page starts: next_cursor of the page before")
            .respondsPageOf(Summary.class)
            .by(this::active),
        Route.get("/games/live", "liveGames", "Public games that are being played")
            .query("cursor", "where the page starts: next_cursor of the page before")
            .respondsPageOf(Summary.class)
            .by(call -> listed(call, cursor -> archive.live(cursor, PAGE))),
        Route.get("/games/open", "openGames", "Listed games that wait for a second player")
            .query("cursor", "where the page starts: next_cursor of the page before")
            .respondsPageOf(Summary.class)
            .by(call -> listed(call, cursor -> open(call, cursor))),
        Route.get("/games/{id}", "game", "One game, your own or a public one")
            .responds(200, Summary.class)
            .refuses(GAME_NOT_FOUND)
            .by(this::summary),
        Route.delete("/games/{id}", "cancelGame", "Give up your own waiting game")
            .refuses(GAME_NOT_FOUND, GAME_FULL, GAME_OVER)
            .by(this::cancel),
        Route.post("/games/{id}/resign", "resignGame", "Give up a game you play in")
            .responds(200, Resigned.class)
            .refuses(GAME_NOT_FOUND, NOT_PARTICIPANT, GAME_OVER, MESSAGE_ID_REUSED)
            .repeatable()
            .by(this::resign),
        Route.post("/games/{id}/rematch", "rematch", "Play the same players and rules again")
            .responds(200, Entered.class)
            .refuses(GAME_NOT_FOUND, NOT_PARTICIPANT, INVALID_ACTION, GAME_OVER, LIMIT_REACHED)
            .limitedTo(creation)
            .by(this::rematch));
  }

  private RouteResponse<Entered> create(Call<NewGameBody> call) {
    var wish = newGames.read(person(call.user()), call.body(), call.idempotencyKey());
    var game = entered(lobby.create(wish));
    return RouteResponse.at(
        "/games/" + game.id(), GameViews.entered(game, wsUrl, GameViews.inviteCode(game)));
  }

  private RouteResponse<Entered> join(Call<JoinBody> call) {
    var body = call.body();
    var game =
        entered(
            lobby.join(id(call), person(call.user()), body.deckId(), body.inviteCode().orElse("")));
    return RouteResponse.of(GameViews.entered(game, wsUrl, Optional.empty()));
  }

  private RouteResponse<Entered> rematch(Call<Void> call) {
    var seat = seat(call);
    var game = entered(lobby.rematch(seat.game(), person(call.user()), seat.seat()));
    return RouteResponse.of(GameViews.entered(game, wsUrl, Optional.empty()));
  }

  private static LiveGame entered(Lobby.Entrance entrance) {
    return switch (entrance) {
      case Lobby.Entrance.Entered entered -> entered.game();
      case Lobby.Entrance.Refused refused -> throw RefusalProblems.of(refused.refusal());
      case Lobby.Entrance.LimitReached reached -> throw RefusalProblems.of(reached);
    };
  }

  private RouteResponse<Summary> summary(Call<Void> call) {
    var user = userId(call.user());
    return found(id(call), user)
        .filter(game -> !hidden.hides(game, user))
        .map(RouteResponse::of)
        .orElseThrow(HttpRefusal.because(GAME_NOT_FOUND));
  }

  /** A game that cannot be loaded here is answered from the archive. */
  private Optional<Summary> found(GameId game, UserId user) {
    try {
      return games.find(game, user).map(found -> GameViews.of(found.game(), user, clock.instant()));
    } catch (GameUnavailable told) {
      return archive
          .ended(game)
          .filter(over -> Visibility.maySee(over.indexEntry(), user))
          .map(over -> GameViews.of(over, user, clock.instant()))
          .or(() ->
              archive
                  .active(game)
                  .filter(running -> Visibility.maySee(running.indexEntry(), user))
                  .map(running -> GameViews.of(running, user)));
    }
  }

  private RouteResponse<Page<Summary>> active(Call<Void> call) {
    var user = userId(call.user());
    var page = paged(() -> archive.activeOf(user, call.query("cursor"), PAGE));
    var items =
        page.items().stream()
            .map(game -> found(game.game(), user))
            .flatMap(Optional::stream)
            .filter(game -> game.endReason() == null)
            .toList();
    return RouteResponse.of(new Page<>(items, page.next()));
  }

  private static RouteResponse<Page<Summary>> listed(
      Call<Void> call, Function<Optional<String>, ArchivePage<ActiveGame>> list) {
    var page = paged(() -> list.apply(call.query("cursor")));
    var user = userId(call.user());
    var items = page.items().stream().map(game -> GameViews.of(game, user)).toList();
    return RouteResponse.of(new Page<>(items, page.next()));
  }

  static <T> T paged(Supplier<T> read) {
    try {
      return read.get();
    } catch (InvalidCursor invalid) {
      throw HttpRefusal.of(INVALID_MESSAGE, "The cursor is none that this list gave out");
    }
  }

  private ArchivePage<ActiveGame> open(Call<Void> call, Optional<String> cursor) {
    var page = archive.open(cursor, PAGE);
    return new ArchivePage<>(
        hidden.without(page.items(), ActiveGame::indexEntry, userId(call.user())), page.next());
  }

  private RouteResponse<Void> cancel(Call<Void> call) {
    lobby
        .cancel(id(call), userId(call.user()))
        .ifPresent(refusal -> {
          throw RefusalProblems.of(refusal);
        });
    return RouteResponse.nothing();
  }

  private RouteResponse<Resigned> resign(Call<Void> call) {
    var seat = seat(call);
    var name = call.idempotencyKey().map(key -> "rest-" + key).orElse(ONLY_RESIGNATION);
    return switch (games.resign(seat.game().id(), seat.seat(), new MessageId(name))) {
      case Outcome.Done done -> RouteResponse.of(resigned(done.reply()));
      case Outcome.Repeated repeated ->
          RouteResponse.of(
              repeated
                  .reply()
                  .map(GameRoutes::resigned)
                  .orElse(new Resigned(true, repeated.version(), "resign", RawJson.of(List.of()))));
      case Outcome.Refused refused -> throw RefusalProblems.of(refused.refusal());
      case Outcome.NotYet _ -> throw new IllegalStateException("resigning is never early");
    };
  }

  private static Resigned resigned(ActionReply reply) {
    var acted = reply.content();
    return new Resigned(true, acted.eventId(), acted.actionType(), acted.events());
  }

  /** A game and the caller's seat in it. */
  private record SeatedGame(LiveGame game, Seat seat) {}

  private SeatedGame seat(Call<?> call) {
    var found =
        games.find(id(call), userId(call.user())).orElseThrow(HttpRefusal.because(GAME_NOT_FOUND));
    var seat = found.seat().orElseThrow(HttpRefusal.because(NOT_PARTICIPANT));
    return new SeatedGame(found.game(), seat);
  }

  static GameId id(Call<?> call) {
    return GameId.parse(call.pathParameter("id")).orElseThrow(HttpRefusal.because(GAME_NOT_FOUND));
  }

  static UserId userId(AuthenticatedCaller user) {
    return new UserId(user.userId());
  }

  private static Person person(AuthenticatedCaller user) {
    return new Person(userId(user), user.name());
  }
}
