package dev.menagerie.rules.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.menagerie.rules.TestCards;
import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.CardsChanged;
import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.GameCards;
import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.command.Moves;
import dev.menagerie.rules.config.Presets;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.StateDigest;
import dev.menagerie.rules.view.Viewer;
import dev.menagerie.rules.view.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A game goes on, and proves itself, where other cards are known beside its own. */
class OtherCatalogTest {
  private static final int SEEDS = 30;

  /** Every number is another one, and every zone would make another energy. */
  private static final Catalog MORE = Catalog.of("more", more());

  private static List<CardDefinition> more() {
    List<CardDefinition> cards = new ArrayList<>();
    for (EnergyType type : EnergyType.values()) {
      if (type != EnergyType.COLORLESS) {
        cards.add(TestCards.energy("a-" + type.order(), type));
      }
    }
    for (String id : List.of("aardling", "e-ember", "mudlet", "zzz")) {
      cards.add(TestCards.basic(id, 70, EnergyType.GRASS, List.of()));
    }
    cards.addAll(TestCards.definitions());
    return cards;
  }

  @Test
  void everyStepIsTheSameWhicheverOtherCardsAreKnown() {
    for (long seed = 0; seed < SEEDS; seed++) {
      GameSetup here = Playout.setup(Playout.rules(seed), seed);
      GameSetup there = again(here, MORE);
      SplittableRandom random = new SplittableRandom(seed);
      var one = Game.open(here, Chance.keyed(here.seed(), 0, 0));
      var other = Game.open(there, Chance.keyed(here.seed(), 0, 0));
      for (int number = 1; one.next().toAct().isPresent(); number++) {
        same(one, other, seed, number);
        GameState taken = GameState.restore(one.next().snapshot(), MORE);
        Command move = Playout.pick(taken, Moves.of(taken), random);
        one = decided(one.next(), move, here, number);
        other = decided(taken, move, here, number);
      }
      same(one, other, seed, -1);
    }
  }

  private static void same(Decision.Accepted one, Decision.Accepted other, long seed, int number) {
    assertThat(other.events()).as("seed %d, step %d", seed, number).isEqualTo(one.events());
    assertThat(StateDigest.of(other.next()))
        .as("seed %d, step %d", seed, number)
        .isEqualTo(StateDigest.of(one.next()));
    assertThat(Views.of(other.next(), Viewer.omniscient()))
        .as("seed %d, step %d", seed, number)
        .isEqualTo(Views.of(one.next(), Viewer.omniscient()));
  }

  private static Decision.Accepted decided(
      GameState state, Command move, GameSetup setup, int number) {
    return (Decision.Accepted) Game.decide(state, move, Chance.keyed(setup.seed(), 0, number));
  }

  private static GameSetup again(GameSetup setup, Catalog catalog) {
    GameCards cards = GameCards.of(catalog, setup.cards().printed());
    return new GameSetup(setup.rules(), cards, setup.first(), setup.second(), setup.seed());
  }

  @Test
  void cardThatIsGoneAndCardThatSaysSomethingElseAreNamed() {
    GameState state = Game.initial(Playout.setup(Presets.STANDARD, 1));
    String gone = used(Presets.STANDARD, 0);
    String rewritten = used(Presets.STANDARD, 1);
    Catalog poorer =
        with(card ->
            card.id().equals(gone)
                ? TestCards.basic("newcomer", 60, EnergyType.FIRE, List.of())
                : card.id().equals(rewritten)
                    ? TestCards.basic(rewritten, 310, EnergyType.FIRE, List.of())
                    : card);
    assertThatThrownBy(() -> GameState.restore(state.snapshot(), poorer))
        .isInstanceOfSatisfying(
            CardsChanged.class,
            changed -> {
              assertThat(changed.missing()).containsExactly(gone);
              assertThat(changed.changed()).containsExactly(rewritten);
            })
        .hasMessage("cards missing: " + gone + "; changed: " + rewritten);
  }

  @Test
  void cardThatTheGameDoesNotUseMayChange() {
    Catalog rewritten =
        with(card ->
            card.id().equals("e-double") || isUsed(card.id())
                ? card
                : TestCards.basic(card.id(), 310, EnergyType.FIRE, List.of()));
    GameState state = Game.initial(Playout.setup(Presets.POCKET, 1));
    assertThat(StateDigest.of(GameState.restore(state.snapshot(), rewritten)))
        .isEqualTo(StateDigest.of(state));
  }

  @Test
  void energyThatOnlyAZoneCouldMakeIsFoundAgainWhenASetBringsOne() {
    GameCards before = GameCards.of(Catalog.of("none", List.of()), List.<String>of());
    assertThat(before.printed()).hasSize(EnergyType.values().length - 1);
    GameCards after = GameCards.of(MORE, before.printed());
    assertThat(after.digest()).isEqualTo(before.digest());
    for (EnergyType type : EnergyType.values()) {
      if (type != EnergyType.COLORLESS) {
        var made = after.face(after.zoneEnergy(type));
        assertThat(made.basicEnergy).isTrue();
        assertThat(made.units).containsExactly(type.bit());
        assertThat(made.definition.id()).startsWith("zone-");
      }
    }
  }

  @Test
  void gameCannotBeginWithAnUnknownCard() {
    assertThatThrownBy(() -> GameCards.of(MORE, List.of("nobody")))
        .isInstanceOf(CardsChanged.class)
        .hasMessage("cards missing: nobody; changed: none");
  }

  private static Catalog with(UnaryOperator<CardDefinition> change) {
    return Catalog.of("other", TestCards.definitions().stream().map(change).toList());
  }

  private static String used(RulesConfig rules, int place) {
    return Playout.deck(rules).cards().stream()
        .map(entry -> entry.card())
        .filter(
            card -> TestCards.CATALOG.find(card).orElseThrow() instanceof CardDefinition.Trainer)
        .skip(place)
        .findFirst()
        .orElseThrow();
  }

  private static boolean isUsed(String card) {
    return Playout.setup(Presets.POCKET, 1).cards().numberOf(card) >= 0;
  }
}
