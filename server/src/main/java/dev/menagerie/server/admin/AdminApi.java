package dev.menagerie.server.admin;

import dev.menagerie.protocol.Refusal;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.auth.SignIns;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.MessageId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.http.ManagementAccess.Role;
import dev.menagerie.server.http.ManagementServer;
import dev.menagerie.server.http.ManagementServer.Call;
import dev.menagerie.server.http.ManagementServer.Handler;
import dev.menagerie.server.http.ManagementServer.Reply;
import dev.menagerie.server.play.Games;
import dev.menagerie.server.play.Lobby;
import dev.menagerie.server.play.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operators' calls. Each act is a line of the log {@code dev.menagerie.audit}, refused or not.
 */
public final class AdminApi {
  private static final Logger AUDIT = LoggerFactory.getLogger("dev.menagerie.audit");
  private static final String WAITING = "waiting";
  private static final String FINISHED = "finished";

  private final GameSearch search;
  private final Games games;
  private final Lobby lobby;
  private final SignIns signIns;
  private final NodeSwitches switches;

  public AdminApi(
      GameSearch search, Games games, Lobby lobby, SignIns signIns, NodeSwitches switches) {
    this.search = search;
    this.games = games;
    this.lobby = lobby;
    this.signIns = signIns;
    this.switches = switches;
  }

  /** Adds the calls to a server. */
  public void addTo(ManagementServer server) {
    look(server, "/admin/games", this::find);
    look(server, "/admin/games/{id}", this::game);
    look(server, "/admin/games/{id}/timeline", this::timeline);
    look(server, "/admin/users/{id}/sessions", this::sessions);
    act(server, "/admin/games/{id}/end", "end", this::end);
    act(server, "/admin/users/{id}/sign-out", "sign-out", this::signOut);
    act(server, "/admin/node/ready/{value}", "ready", call -> flip(call, switches.ready()));
    act(
        server,
        "/admin/node/new-games/{value}",
        "new-games",
        call -> flip(call, switches.newGames()));
  }

  private static void look(ManagementServer server, String path, Handler handler) {
    server.on("GET", path, Role.VIEWER, call -> answered(handler, call));
  }

  private static void act(ManagementServer server, String path, String act, Handler handler) {
    server.on(
        "POST",
        path,
        Role.OPERATOR,
        call -> {
          var reply = answered(handler, call);
          AUDIT
              .atInfo()
              .addKeyValue("operator", call.operator().name())
              .addKeyValue("act", act)
              .addKeyValue("status", reply.status())
              .log(
                  "{}: {} {} {}: {}",
                  call.operator().name(),
                  act,
                  call.parameters().values(),
                  call.query(),
                  reply.status());
          return reply;
        });
  }

  private static Reply answered(Handler handler, Call call) {
    try {
      return handler.answer(call);
    } catch (StoreUnavailable away) {
      return Reply.error(503, "a store does not answer: " + away.store());
    } catch (IllegalArgumentException notAnId) {
      return Reply.error(404, "there is no such id");
    }
  }

  /** A list with a name, so that answers may grow. */
  private record Items<T>(List<T> items) {}

  private Reply find(Call call) {
    var found =
        search.find(
            Optional.ofNullable(call.query().get("player")),
            Optional.ofNullable(call.query().get("status")));
    return Reply.json(200, new Items<>(found));
  }

  private Reply game(Call call) {
    return search
        .game(gameId(call))
        .map(game -> Reply.json(200, game))
        .orElseGet(AdminApi::noSuchGame);
  }

  private Reply timeline(Call call) {
    long after = number(call.query().getOrDefault("after", "-1"));
    return Reply.json(200, new Items<>(search.timeline(gameId(call), after)));
  }

  private Reply sessions(Call call) {
    return Reply.json(200, new Items<>(signIns.sessionsOf(userId(call))));
  }

  private Reply signOut(Call call) {
    signIns.logout(userId(call), "", SignIns.Scope.ALL_SESSIONS);
    return Reply.json(200, Map.of("ok", true));
  }

  /** A waiting game is cancelled; of a running one the operator says who loses. */
  private Reply end(Call call) {
    var game = search.game(gameId(call));
    if (game.isEmpty()) return noSuchGame();
    return switch (game.get().status()) {
      case FINISHED -> Reply.error(409, "the game is over");
      case WAITING -> cancel(game.get());
      default -> adjudicate(gameId(call), call.query().getOrDefault("loser", ""));
    };
  }

  private Reply cancel(GameSearch.Row game) {
    var creator = new UserId(game.players().getFirst());
    return done(lobby.cancel(new GameId(game.gameId()), creator));
  }

  private Reply adjudicate(GameId game, String loser) {
    if (!loser.equals("0") && !loser.equals("1")) {
      return Reply.error(422, "loser is the seat that loses the game: 0 or 1");
    }
    var message = new MessageId("admin-" + UUID.randomUUID());
    return switch (games.resign(game, Seat.of(Integer.parseInt(loser)), message)) {
      case Outcome.Done _, Outcome.Repeated _ -> done(Optional.empty());
      case Outcome.Refused refused -> done(Optional.of(refused.refusal()));
      case Outcome.NotYet _ -> throw new IllegalStateException("a resignation is never early");
    };
  }

  private static Reply done(Optional<Refusal> refusal) {
    return refusal
        .map(why -> Reply.error(409, why.message()))
        .orElseGet(() -> Reply.json(200, Map.of("ok", true)));
  }

  private static Reply flip(Call call, Consumer<Boolean> target) {
    return switch (call.parameter("value")) {
      case "on" -> flipped(target, true);
      case "off" -> flipped(target, false);
      default -> Reply.error(422, "on or off");
    };
  }

  private static Reply flipped(Consumer<Boolean> target, boolean value) {
    target.accept(value);
    return Reply.json(200, Map.of("on", value));
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException none) {
      return -1;
    }
  }

  private static GameId gameId(Call call) {
    return new GameId(call.parameter("id"));
  }

  private static UserId userId(Call call) {
    return new UserId(call.parameter("id"));
  }

  private static Reply noSuchGame() {
    return Reply.error(404, "there is no such game");
  }
}
