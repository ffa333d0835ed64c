package dev.menagerie.server.admin;

import static dev.menagerie.server.admin.AdminCalls.gameId;
import static dev.menagerie.server.admin.AdminCalls.noSuchGame;
import static dev.menagerie.server.admin.AdminCalls.number;

import dev.menagerie.cards.library.CardLibrary;
import dev.menagerie.cards.scenario.ScenarioCopy;
import dev.menagerie.cards.scenario.Scenarios;
import dev.menagerie.codec.InvalidJson;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.Action;
import dev.menagerie.server.game.MessageId;
import dev.menagerie.server.http.ManagementServer.Call;
import dev.menagerie.server.http.ManagementServer.Response;
import dev.menagerie.server.live.Envelopes;
import dev.menagerie.server.live.WireTap;
import dev.menagerie.server.play.Games;
import dev.menagerie.server.play.LiveGame;
import dev.menagerie.server.play.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What developers of cards and clients do with a running game: see it as each viewer does, read
 * what is sent, act for a seat, copy it as a scenario, and play scenarios step by step. Hidden
 * cards are shown, so that all of it takes the role of an operator; opening a game and acting in it
 * are audited.
 */
public record DeveloperCalls(Games games, WireTap tap, CardLibrary library) {
  /** The calls for these games; commits are recorded while a developer looks. */
  public static DeveloperCalls on(Games games, CardLibrary library, InstantSource clock) {
    var tap = new WireTap(games, new Envelopes(clock), clock);
    games.listen(tap);
    return new DeveloperCalls(games, tap, library);
  }

  /** Adds the calls. */
  public void addTo(AdminCalls calls) {
    calls.act("/admin/games/{id}/watch", "watch", this::watch);
    calls.follow("GET", "/admin/games/{id}/sent", this::sent);
    calls.act("/admin/games/{id}/act", "act", this::act);
    calls.act("/admin/games/{id}/scenario", "copy", this::copy);
    calls.follow("POST", "/admin/scenarios/look", this::look);
  }

  private Response watch(Call call) {
    if (games.find(gameId(call)).isEmpty()) return noSuchGame();
    return tap.open(gameId(call))
        .map(seen -> Response.json(200, seen))
        .orElseGet(() -> Response.error(409, WireTap.MAX_GAMES + " games are watched already"));
  }

  private Response sent(Call call) {
    return tap.read(gameId(call), number(call, "after", -1))
        .map(seen -> Response.json(200, seen))
        .orElseGet(() -> Response.error(409, "the game is not watched"));
  }

  private Response act(Call call) {
    var seat = call.query().getOrDefault("seat", "");
    if (!seat.equals("0") && !seat.equals("1")) {
      return Response.error(422, "seat is the seat that acts: 0 or 1");
    }
    if (games.find(gameId(call)).isEmpty()) return noSuchGame();
    Action action;
    try {
      var text = call.query().getOrDefault("action", "");
      var tree = Json.tree(text.getBytes(StandardCharsets.UTF_8), Limits.DOCUMENT);
      action = Json.bind(tree, Action.class);
    } catch (InvalidJson invalid) {
      return Response.error(422, "action: " + invalid.getMessage());
    }
    var message = new MessageId("admin-" + UUID.randomUUID());
    var acting = Seat.of(Integer.parseInt(seat));
    return switch (games.act(gameId(call), acting, message, action, Optional.empty())) {
      case Outcome.Done _, Outcome.Repeated _ -> AdminCalls.done();
      case Outcome.Refused refused ->
          Response.json(
              409,
              Map.of(
                  "error", refused.refusal().message(),
                  "code", refused.refusal().code(),
                  "details", refused.refusal().details()));
      case Outcome.NotYet _ -> throw new IllegalStateException("an action is never early");
    };
  }

  private Response copy(Call call) {
    var game = games.find(gameId(call));
    if (game.isEmpty()) return noSuchGame();
    return copyOf(game.get())
        .map(copy -> Response.json(200, copy))
        .orElseGet(
            () -> Response.error(409, "only a turn in which no choice waits can be a scenario"));
  }

  private static Optional<ScenarioCopy> copyOf(LiveGame game) {
    var moment = game.moment();
    var name = "game " + game.id().value() + ", version " + moment.version();
    return moment.state().flatMap(state -> ScenarioCopy.of(name, state));
  }

  private Response look(Call call) {
    var text = new String(call.body(), StandardCharsets.UTF_8);
    int steps = Math.clamp(number(call, "steps", Integer.MAX_VALUE), 0, Integer.MAX_VALUE);
    return Response.json(200, new Scenarios(library.sets()).look(text, steps));
  }
}
