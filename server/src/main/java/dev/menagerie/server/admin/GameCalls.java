package dev.menagerie.server.admin;

import static dev.menagerie.server.admin.AdminCalls.gameId;
import static dev.menagerie.server.admin.AdminCalls.noSuchGame;
import static dev.menagerie.server.admin.AdminCalls.number;

import dev.menagerie.protocol.ErrorCode;
import dev.menagerie.protocol.Refusal;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.server.admin.AdminCalls.Items;
import dev.menagerie.server.game.Connections;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.MessageId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.game.Visit;
import dev.menagerie.server.http.ManagementServer.Call;
import dev.menagerie.server.http.ManagementServer.Response;
import dev.menagerie.server.play.Games;
import dev.menagerie.server.play.Lobby;
import dev.menagerie.server.play.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What operators look up about games, and do to them. */
public record GameCalls(GameSearch search, Connections connections, Games games, Lobby lobby) {
  private static final String WAITING = "waiting";
  private static final String FINISHED = "finished";

  /** Upper bound on one grant of time. */
  private static final long MAX_SECONDS = 3_600;

  /** Adds the calls. */
  public void addTo(AdminCalls calls) {
    calls.look("/admin/games", this::find);
    calls.look("/admin/games/{id}", this::game);
    calls.look("/admin/games/{id}/timeline", this::timeline);
    calls.look("/admin/games/{id}/connections", this::visits);
    calls.act("/admin/games/{id}/end", "end", this::end);
    calls.act("/admin/games/{id}/void", "void", this::takeBack);
    calls.act("/admin/games/{id}/time", "time", this::grantTime);
  }

  private Response find(Call call) {
    var found =
        search.find(
            Optional.ofNullable(call.query().get("player")),
            Optional.ofNullable(call.query().get("status")));
    return Items.of(found);
  }

  private Response game(Call call) {
    return search
        .game(gameId(call))
        .map(game -> Response.json(200, game))
        .orElseGet(AdminCalls::noSuchGame);
  }

  private Response timeline(Call call) {
    long after = number(call, "after", -1);
    return Items.of(search.timeline(gameId(call), after));
  }

  private Response visits(Call call) {
    return Items.of(connections.visits(gameId(call)).stream().map(VisitRow::of).toList());
  }

  /** A {@link Visit} on the wire. */
  private record VisitRow(
      Instant at, String userId, String connection, String node, String as, String event) {
    static VisitRow of(Visit visit) {
      return new VisitRow(
          visit.at(),
          visit.user().value(),
          visit.connection().value(),
          visit.node().value(),
          visit.as() == Connections.Role.PLAYS ? "player" : "spectator",
          visit.kind().name().toLowerCase(Locale.ROOT));
    }
  }

  /** Cancels a waiting game, or ends a running one with the loser that the operator names. */
  private Response end(Call call) {
    var game = search.game(gameId(call));
    if (game.isEmpty()) return noSuchGame();
    return switch (game.get().status()) {
      case FINISHED -> Response.error(409, "the game is over");
      case WAITING -> cancel(game.get(), () -> adjudicate(call));
      default -> adjudicate(call);
    };
  }

  /** The index is behind the store: where the second player has come, the game is a running one. */
  private Response cancel(GameSearch.Row game, Supplier<Response> running) {
    var creator = new UserId(game.players().getFirst());
    var refusal = lobby.cancel(new GameId(game.gameId()), creator);
    boolean begun = refusal.filter(why -> why.code() == ErrorCode.GAME_FULL).isPresent();
    return begun ? running.get() : done(refusal);
  }

  private Response adjudicate(Call call) {
    var loser = call.query().getOrDefault("loser", "");
    if (!loser.equals("0") && !loser.equals("1")) {
      return Response.error(422, "loser is the seat that loses the game: 0 or 1");
    }
    var message = new MessageId("admin-" + UUID.randomUUID());
    return done(games.resign(gameId(call), Seat.of(Integer.parseInt(loser)), message));
  }

  /** A game that waits is cancelled; a running one ends without a result. */
  private Response takeBack(Call call) {
    var game = search.game(gameId(call));
    if (game.isEmpty()) return noSuchGame();
    return switch (game.get().status()) {
      case FINISHED -> Response.error(409, "the game is over");
      case WAITING -> cancel(game.get(), () -> done(games.voidGame(gameId(call))));
      default -> done(games.voidGame(gameId(call)));
    };
  }

  private Response grantTime(Call call) {
    long seconds = number(call, "seconds", 0);
    if (seconds < 1 || seconds > MAX_SECONDS) {
      return Response.error(422, "seconds are from 1 to " + MAX_SECONDS);
    }
    return search.game(gameId(call)).isEmpty()
        ? noSuchGame()
        : done(games.grantTime(gameId(call), Duration.ofSeconds(seconds)));
  }

  private static Response done(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done _, Outcome.Repeated _ -> done(Optional.empty());
      case Outcome.Refused refused -> done(Optional.of(refused.refusal()));
      case Outcome.NotYet _ -> throw new IllegalStateException("an operator's act is never early");
    };
  }

  private static Response done(Optional<Refusal> refusal) {
    return refusal.map(why -> Response.error(409, why.message())).orElseGet(AdminCalls::done);
  }
}
