package dev.menagerie.bench.wire;

import dev.menagerie.cards.deck.StarterDecks;
import dev.menagerie.cards.house.Presets;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.clients.wire.MoveChoice;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.PreEncoded;
import dev.menagerie.protocol.WireState;
import dev.menagerie.protocol.WireStates;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.game.Chance;
import dev.menagerie.rules.game.Decision;
import dev.menagerie.rules.game.Game;
import dev.menagerie.rules.game.GameSetup;
import dev.menagerie.rules.game.Seed;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.Action;
import dev.menagerie.rules.view.Actions;
import dev.menagerie.rules.view.EventView;
import dev.menagerie.rules.view.Legal;
import dev.menagerie.rules.view.Redaction;
import dev.menagerie.rules.view.Viewer;
import dev.menagerie.rules.view.Views;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Commits of games that are played as {@code ./menagerie load} plays them, as both players saw. */
final class Commits {
  private static final int MAX_COMMANDS = 2_000;
  private static final List<WireStates.Player> PLAYERS =
      List.of(
          new WireStates.Player("uA7d0p3Lx9QeR5tYw2ZkVmB", "Load 17"),
          new WireStates.Player("uB4f8s1Nc6WgT0rHj7XlPqC", "Load 18"));

  private Commits() {}

  /** One commit. */
  record Commit(String actionType, String playerId, List<Seen> seen) {}

  /** One commit as one of the players sees it. */
  record Seen(boolean acted, WireState before, WireState after, List<EventView> events) {}

  static List<Commit> random(String preset, int games) {
    var rules = Presets.named(preset).orElseThrow();
    var catalog = CardSets.load().catalog();
    var decks = StarterDecks.load().forRules(preset);
    var random = new SplittableRandom(1);
    var commits = new ArrayList<Commit>();
    for (int game = 0; game < games; game++) {
      var seed = Seed.of(ByteBuffer.allocate(Seed.BYTES).putInt(game).array());
      var first = decks.get(random.nextInt(decks.size())).list();
      var second = decks.get(random.nextInt(decks.size())).list();
      play(new GameSetup(rules, catalog, first, second, seed), random, commits);
    }
    return commits;
  }

  private static void play(GameSetup setup, SplittableRandom random, List<Commit> commits) {
    var rules = PreEncoded.of(setup.rules());
    var state = Game.open(setup, Chance.keyed(setup.seed(), 0, 0)).next();
    var since = Instant.parse("2026-11-01T12:07:00.250Z");
    var deadline = since.plusMillis(180_000);
    for (int number = 1; number < MAX_COMMANDS && state.toAct().isPresent(); number++) {
      var seat = state.toAct().orElseThrow();
      var legal = Legal.actions(state, seat);
      var action = MoveChoice.of(Json.toTree(legal.stream().map(Json::toTree).toList()), random);
      var chosen = Json.bind(action, Action.class);
      var command = ((Actions.Resolution.Resolved) Actions.resolve(state, seat, chosen)).command();
      var chance = Chance.keyed(setup.seed(), 0, number);
      var accepted = (Decision.Accepted) Game.decide(state, command, chance);
      var next = accepted.next();
      since = since.plusMillis(1_700);
      var until = next.turn() == state.turn() ? deadline : since.plusMillis(180_000);
      var seen = new ArrayList<Seen>();
      for (var viewer : Seat.values()) {
        seen.add(
            new Seen(
                viewer == seat,
                wire(rules, state, viewer, number, deadline),
                wire(rules, next, viewer, number + 1, until),
                Redaction.of(accepted.events(), next, Viewer.seat(viewer))));
      }
      commits.add(
          new Commit(action.get("type").asString(), PLAYERS.get(seat.index()).playerId(), seen));
      state = next;
      deadline = until;
    }
  }

  private static WireState wire(
      PreEncoded<RulesConfig> rules, GameState state, Seat viewer, int eventId, Instant deadline) {
    var about =
        new WireStates.About(
            "gZ3kq0yHnT6S9wXcVb1mRfA", eventId, 1, "casual", rules, PLAYERS, Optional.of(deadline));
    return WireStates.of(about, Views.of(state, Viewer.seat(viewer)));
  }
}
