package dev.menagerie.bots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.cards.deck.StarterDecks;
import dev.menagerie.cards.house.Presets;
import dev.menagerie.cards.house.RulesJson;
import dev.menagerie.cards.set.CardFile;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.deck.DeckList;
import dev.menagerie.rules.game.Boards;
import dev.menagerie.rules.game.Chance;
import dev.menagerie.rules.game.Decision;
import dev.menagerie.rules.game.Game;
import dev.menagerie.rules.game.GameSetup;
import dev.menagerie.rules.game.Seed;
import dev.menagerie.rules.state.Board;
import dev.menagerie.rules.state.BoardPokemon;
import dev.menagerie.rules.state.BoardSide;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.Action;
import dev.menagerie.rules.view.Actions;
import dev.menagerie.rules.view.View;
import dev.menagerie.rules.view.Viewer;
import dev.menagerie.rules.view.Views;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Blunders of greedy play that were counted once; it does not make them. */
class GreedyBlundersTest {
  private static final Seed SEED = Seed.of(new byte[Seed.BYTES]);

  private static final String CARDS =
      """
      [{"type": "pokemon", "id": "striker", "name": "Striker", "stage": "basic", "hp": 100,
        "types": ["fire"], "retreat": 1,
        "attacks": [{"name": "Hit", "cost": ["colorless"], "damage": 30}]},
       {"type": "pokemon", "id": "titan", "name": "Titan", "stage": "basic", "hp": 150,
        "types": ["fire"], "retreat": 1,
        "attacks": [{"name": "Slam", "cost": ["colorless"], "damage": 90}]},
       {"type": "pokemon", "id": "weakling", "name": "Weakling", "stage": "basic", "hp": 40,
        "types": ["fire"], "retreat": 1,
        "attacks": [{"name": "Nip", "cost": ["colorless", "colorless", "colorless"], "damage": 10}]},
       {"type": "pokemon", "id": "burner", "name": "Burner", "stage": "basic", "hp": 60,
        "types": ["fire"], "retreat": 1,
        "attacks": [{"name": "Burn", "cost": ["fire"], "damage": 30}]},
       {"type": "pokemon", "id": "spender", "name": "Spender", "stage": "basic", "hp": 90,
        "types": ["fire"], "retreat": 1,
        "attacks": [{"name": "Spend", "cost": ["fire"], "damage": 50,
          "text": "Discard 2 energy from this Pokémon."}]},
       {"type": "pokemon", "id": "wall", "name": "Wall", "stage": "basic", "hp": 60,
        "types": ["water"], "retreat": 1, "attacks": [{"name": "Bump", "cost": [], "damage": 10}]},
       {"type": "pokemon", "id": "brute", "name": "Brute", "stage": "basic", "hp": 200,
        "types": ["water"], "retreat": 1, "attacks": [{"name": "Crush", "cost": [], "damage": 60}]},
       {"type": "trainer", "id": "cheer", "name": "Cheer", "kind": "supporter",
        "text": "Attacks of your Active Pokémon do 30 more damage to the opposing Active Pokémon \
      during this turn."},
       {"type": "trainer", "id": "dry", "name": "Dry Season", "kind": "stadium",
        "text": "Each Pokémon in play has a weakness to Fire."}]\
      """;

  private static final Catalog CATALOG = catalog();

  @Test
  void theFirstPlayerIsNotDrawnByChance() {
    for (int luck = 0; luck < 8; luck++) {
      assertThat(answerToWhoStarts(true, luck)).isEqualTo("go_first");
      assertThat(answerToWhoStarts(false, luck)).isEqualTo("go_second");
    }
  }

  @Test
  void moreDamageIsNotBoughtForAKnockOutThatIsSure() {
    assertThat(first(cheering(30, Optional.empty()))).isInstanceOf(Action.Attack.class);
    assertThat(first(cheering(0, Optional.empty()))).isInstanceOf(Action.PlayTrainer.class);
  }

  @Test
  void weaknessFollowsEffects() {
    assertThat(first(cheering(0, Optional.of("dry")))).isInstanceOf(Action.Attack.class);
  }

  @Test
  void energyDoesNotGoToAPokemonThatRetreats() {
    GameState state =
        lay(
            side(hurt("weakling", 30, "energy-fire"), List.of("energy-fire"), mon("titan")),
            side(mon("brute"), List.of()));
    List<Action> turn = turn(state);

    assertThat(turn).hasAtLeastOneElementOfType(Action.Retreat.class);
    assertThat(turn)
        .filteredOn(Action.AttachEnergy.class::isInstance)
        .allSatisfy(attach -> assertThat(target(state, attach)).isEqualTo("titan"));
  }

  @Test
  void aStrongPokemonDoesNotMakeRoomForAWeakOne() {
    GameState state =
        lay(
            side(hurt("titan", 100, "energy-fire"), List.of(), mon("weakling")),
            side(mon("brute"), List.of()));

    assertThat(turn(state)).noneMatch(Action.Retreat.class::isInstance);
  }

  @Test
  void aRetreatIsPaidWithTheEnergyThatIsMissedLeast() {
    for (List<String> attached :
        List.of(List.of("energy-fire", "energy-water"), List.of("energy-water", "energy-fire"))) {
      GameState state =
          lay(
              side(hurt("burner", 30, attached.toArray(new String[0])), List.of(), ready("titan")),
              side(mon("brute"), List.of()));
      List<Action> turn = new ArrayList<>();
      GameState end = play(state, turn).getLast();

      assertThat(turn).hasAtLeastOneElementOfType(Action.Retreat.class);
      assertThat(benched(end).energy())
          .as("attached as %s", attached)
          .extracting(View.Card::card)
          .containsExactly("energy-fire");
    }
  }

  @Test
  void anAttackIsPaidWithTheEnergyThatIsMissedLeast() {
    for (List<String> attached :
        List.of(
            List.of("energy-fire", "energy-water", "energy-water"),
            List.of("energy-water", "energy-water", "energy-fire"))) {
      GameState state =
          lay(
              side(mon("spender", attached.toArray(new String[0])), List.of(), mon("titan")),
              side(mon("brute"), List.of()));
      List<Action> turn = new ArrayList<>();
      GameState end = play(state, turn).getLast();

      assertThat(turn).hasAtLeastOneElementOfType(Action.Attack.class);
      assertThat(active(end).energy())
          .as("attached as %s", attached)
          .extracting(View.Card::card)
          .containsExactly("energy-fire");
    }
  }

  private static View.InPlay active(GameState state) {
    return Views.of(state, Viewer.seat(Seat.FIRST)).players().getFirst().active().orElseThrow();
  }

  private static BoardPokemon ready(String card) {
    return mon(card, "energy-fire");
  }

  private static View.InPlay benched(GameState state) {
    return Views.of(state, Viewer.seat(Seat.FIRST)).players().getFirst().bench().getFirst();
  }

  // What greedy does

  private static String answerToWhoStarts(boolean energy, int luck) {
    RulesConfig rules = energy ? Presets.named("pocket").orElseThrow() : withoutEnergy();
    DeckList deck = deck();
    byte[] seed = new byte[Seed.BYTES];
    seed[0] = (byte) luck;
    GameState state =
        Game.open(
                new GameSetup(rules, CATALOG, deck, deck, Seed.of(seed)),
                Chance.keyed(Seed.of(seed), 0, 0))
            .next();
    Seat seat = state.toAct().orElseThrow();
    View view = Views.of(state, Viewer.seat(seat));
    View.Question question = view.pending().flatMap(View.Pending::question).orElseThrow();
    Action.Select answer = (Action.Select) bot(state, luck).choose(view);
    return question.options().stream()
        .filter(option -> answer.selected().contains(option.id()))
        .flatMap(option -> option.label().stream())
        .findFirst()
        .orElseThrow();
  }

  private static RulesConfig withoutEnergy() {
    return RulesJson.read(
        Json.tree(
            "{\"preset\": \"pocket\", \"first_turn\": {\"energy\": false}}"
                .getBytes(StandardCharsets.UTF_8),
            Limits.DOCUMENT));
  }

  private static DeckList deck() {
    return StarterDecks.load().forRules("pocket").getFirst().list();
  }

  private static Action first(GameState state) {
    return bot(state, 1).choose(Views.of(state, Viewer.seat(Seat.FIRST)));
  }

  private static Bot bot(GameState state, long seed) {
    return new GreedyBot(state.catalog(), state.rules(), new SplittableRandom(seed));
  }

  /** The actions of a whole turn. */
  private static List<Action> turn(GameState begin) {
    List<Action> actions = new ArrayList<>();
    play(begin, actions);
    return actions;
  }

  private static List<GameState> play(GameState begin, List<Action> actions) {
    Bot bot = bot(begin, 1);
    List<GameState> states = new ArrayList<>(List.of(begin));
    GameState state = begin;
    for (int i = 1; state.turn() == begin.turn() && state.result().isEmpty(); i++) {
      Seat seat = state.toAct().orElseThrow();
      Action action = bot.choose(Views.of(state, Viewer.seat(seat)));
      if (!(Actions.resolve(state, seat, action) instanceof Actions.Resolution.Resolved(var command)
          && Game.decide(state, command, Chance.keyed(SEED, 0, i))
              instanceof Decision.Accepted accepted)) {
        throw new IllegalStateException("refused: " + action);
      }
      actions.add(action);
      state = accepted.next();
      states.add(state);
    }
    return states;
  }

  private static String target(GameState state, Action action) {
    String id = ((Action.AttachEnergy) action).targetId();
    View.Side mine = Views.of(state, Viewer.seat(Seat.FIRST)).players().getFirst();
    return Stream.concat(mine.active().stream(), mine.bench().stream())
        .filter(pokemon -> pokemon.id().equals(id))
        .map(View.InPlay::card)
        .findFirst()
        .orElseThrow();
  }

  // Boards

  private static GameState cheering(int damage, Optional<String> stadium) {
    return lay(
        side(mon("striker", "energy-fire"), List.of("cheer")),
        side(hurt("wall", damage), List.of(), mon("wall")),
        stadium);
  }

  private static BoardPokemon mon(String card, String... energy) {
    return BoardPokemon.of(card, energy);
  }

  private static BoardPokemon hurt(String card, int damage, String... energy) {
    return new BoardPokemon(
        card,
        Optional.of(damage),
        List.of(energy),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  private static BoardSide side(BoardPokemon active, List<String> hand, BoardPokemon... bench) {
    return new BoardSide(
        Optional.of(active),
        List.of(bench),
        hand,
        List.of("wall", "wall", "wall"),
        List.of(),
        List.of("wall", "wall", "wall"),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static GameState lay(BoardSide first, BoardSide second) {
    return lay(first, second, Optional.empty());
  }

  private static GameState lay(BoardSide first, BoardSide second, Optional<String> stadium) {
    Board board =
        new Board(
            first, second, 3, Seat.FIRST, stadium.map(card -> new Board.Stadium(card, Seat.FIRST)));
    return Boards.open(board, Presets.STANDARD, CATALOG, SEED);
  }

  private static Catalog catalog() {
    List<CardDefinition> all = new ArrayList<>(CardSets.load().catalog().definitions());
    JsonNode file =
        Json.tree(("{\"cards\": " + CARDS + "}").getBytes(StandardCharsets.UTF_8), Limits.DOCUMENT);
    CardFile.readTexts(file);
    all.addAll(Json.bindList(file.path("cards"), CardDefinition.class));
    return Catalog.of("test", all);
  }
}
