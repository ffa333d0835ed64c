package dev.menagerie.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.cards.deck.StarterDecks;
import dev.menagerie.cards.house.Presets;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.PreEncoded;
import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.command.Moves;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.game.Chance;
import dev.menagerie.rules.game.Decision;
import dev.menagerie.rules.game.Game;
import dev.menagerie.rules.game.GameSetup;
import dev.menagerie.rules.game.Seed;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.Viewer;
import dev.menagerie.rules.view.Views;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** The state writer's output matches the documented schema of a state. */
class StateShapeTest {
  private static final Catalog CATALOG = CardSets.load().catalog();
  private static final StarterDecks DECKS = StarterDecks.load();
  private static final Seed SEED = Seed.of(new byte[Seed.BYTES]);
  private static final int MAX_MOVES = 400;

  static final List<Viewer> VIEWERS =
      List.of(Viewer.seat(Seat.FIRST), Viewer.seat(Seat.SECOND), Viewer.spectator());

  @ParameterizedTest
  @CsvSource({"standard,1", "standard,2", "pocket,3", "pocket,4", "house,5", "house,6"})
  void everyStateOfARandomGameReadsAsARecordAndWritesBack(String preset, long seed) {
    var rules = Presets.named(preset).orElseThrow();
    play(
        rules,
        seed,
        state -> {
          for (var viewer : VIEWERS) {
            var json = Json.toTree(seen(rules, state, viewer));
            var read = Json.bind(json, WireState.class);
            assertThat(Json.toTree(read)).as("seed %d", seed).isEqualTo(json);
          }
        });
  }

  /** From wherever a viewer was, the patch leads to where the game is. */
  @ParameterizedTest
  @CsvSource({"standard,11", "pocket,12", "house,13"})
  void patchesLeadFromEveryStateToEveryLaterOne(String preset, long seed) {
    var rules = Presets.named(preset).orElseThrow();
    var states = new ArrayList<GameState>();
    play(rules, seed, states::add);
    for (var viewer : VIEWERS) {
      var seen = states.stream().map(state -> seen(rules, state, viewer)).toList();
      var json = seen.stream().<JsonNode>map(Json::toTree).toList();
      for (int from = 0; from < seen.size(); from += 1 + from % 7) {
        for (int to = from + 1; to < seen.size(); to += 1 + (to - from) * 2) {
          var patch = (ArrayNode) Json.toTree(StatePatch.between(seen.get(from), seen.get(to)));
          assertThat(JsonPatchTest.applied(json.get(from), patch))
              .as("seed %d, %d to %d", seed, from, to)
              .isEqualTo(json.get(to));
        }
      }
    }
  }

  static WireState seen(RulesConfig rules, GameState state, Viewer viewer) {
    var deadline = Optional.of(Instant.parse("2026-11-01T12:00:00.250Z"));
    var about =
        new WireStates.About(
            "g",
            7,
            1,
            "casual",
            PreEncoded.of(rules),
            List.of(new WireStates.Player("ada", "Ada"), new WireStates.Player("bob", "Bob")),
            deadline);
    return WireStates.of(about, Views.of(state, viewer));
  }

  /** A random game, state by state. */
  static void play(RulesConfig rules, long seed, Consumer<GameState> witness) {
    var random = new SplittableRandom(seed);
    var decks = DECKS.forRules(rules.preset());
    var setup =
        new GameSetup(rules, CATALOG, decks.getFirst().list(), decks.getLast().list(), SEED);
    var state = Game.open(setup, Chance.keyed(SEED, 1, 1)).next();
    witness.accept(state);
    for (int i = 0; i < MAX_MOVES && state.result().isEmpty(); i++) {
      var moves = new ArrayList<>(Moves.of(state));
      var move = moves.get(random.nextInt(moves.size()));
      state = ((Decision.Accepted) Game.decide(state, move, Chance.keyed(SEED, 1, i + 2))).next();
      witness.accept(state);
    }
  }
}
