package dev.menagerie.rules.game;

import static dev.menagerie.rules.TestCards.CATALOG;
import static dev.menagerie.rules.TestCards.n;
import static dev.menagerie.rules.TestCards.none;
import static dev.menagerie.rules.game.TestGame.fresh;
import static dev.menagerie.rules.game.TestGame.holding;
import static dev.menagerie.rules.game.TestGame.hurt;
import static dev.menagerie.rules.game.TestGame.ill;
import static dev.menagerie.rules.game.TestGame.mon;
import static dev.menagerie.rules.state.Seat.FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.CardKind;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.RuleBox;
import dev.menagerie.rules.card.SpecialCondition;
import dev.menagerie.rules.card.Stage;
import dev.menagerie.rules.card.TrainerKind;
import dev.menagerie.rules.query.Filters;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every question of the vocabulary about a card, answered both ways. */
class FiltersTest {
  private static final CardDefinition.Trainer TAGGED =
      new CardDefinition.Trainer(
          "tagged",
          "tagged",
          TrainerKind.ITEM,
          Optional.empty(),
          List.of(new Effect.Draw(n(1), none())),
          List.of(),
          List.of(),
          List.of("old"));

  private final TestGame game = TestGame.standard().cards(TAGGED);
  private RunningFrame asking = TestGame.asking(FIRST, -1, -1);

  @BeforeEach
  void aBoard() {
    game.first()
        .active(ill(mon("sparkler", "e-fire", "e-rainbow"), SpecialCondition.POISONED))
        .bench(hurt(10, mon("grandex")), holding(fresh(mon("mudback")), "cape"));
    game.start();
    asking = TestGame.asking(FIRST, benched(0).serial(), -1);
  }

  private Pokemon active() {
    return game.active(FIRST);
  }

  private Pokemon benched(int place) {
    return game.bench(FIRST, place);
  }

  private boolean fits(Filter filter, Pokemon pokemon) {
    return Filters.matches(game.state().table(), asking, filter, pokemon);
  }

  private boolean fits(Filter filter, String card) {
    var catalog = game.state().catalog();
    return Filters.matches(
        game.state().table(), asking, filter, catalog.face(catalog.numberOf(card)));
  }

  /** The Active alone, the first benched one alone, and so on, in this order; then a card. */
  private void only(Filter filter, boolean active, boolean first, boolean second) {
    assertThat(List.of(fits(filter, active()), fits(filter, benched(0)), fits(filter, benched(1))))
        .as("%s", filter)
        .containsExactly(active, first, second);
  }

  private void isNoQuestionAboutCards(Filter filter) {
    for (CardDefinition card : CATALOG.definitions()) {
      assertThat(fits(filter, card.id())).as("%s of %s", filter, card.id()).isFalse();
    }
  }

  @Test
  void kindsOfCards() {
    assertThat(fits(new Filter.Any(), "potion")).isTrue();
    record Case(CardKind kind, String yes, String no) {}
    List.of(
            new Case(CardKind.POKEMON, "plain", "potion"),
            new Case(CardKind.TRAINER, "potion", "plain"),
            new Case(CardKind.TRAINER, "hook", "e-fire"),
            new Case(CardKind.TRAINER, "meadow", "e-double"),
            new Case(CardKind.TRAINER, "cape", "plain"),
            new Case(CardKind.ITEM, "potion", "hook"),
            new Case(CardKind.SUPPORTER, "hook", "potion"),
            new Case(CardKind.STADIUM, "meadow", "cape"),
            new Case(CardKind.TOOL, "cape", "meadow"),
            new Case(CardKind.ENERGY, "e-double", "plain"),
            new Case(CardKind.BASIC_ENERGY, "e-fire", "e-double"),
            new Case(CardKind.SPECIAL_ENERGY, "e-double", "e-fire"),
            new Case(CardKind.SPECIAL_ENERGY, "e-rainbow", "plain"))
        .forEach(each -> {
          assertThat(fits(new Filter.Kind(each.kind()), each.yes())).as("%s", each).isTrue();
          assertThat(fits(new Filter.Kind(each.kind()), each.no())).as("%s", each).isFalse();
        });
  }

  @Test
  void stages() {
    only(new Filter.OfStage(Stage.BASIC), false, true, true);
    only(new Filter.OfStage(Stage.STAGE_1), true, false, false);
    only(new Filter.Evolution(), true, false, false);
    assertThat(fits(new Filter.OfStage(Stage.BASIC), "potion")).isFalse();
    assertThat(fits(new Filter.Evolution(), "sparkmaster")).isTrue();
    assertThat(fits(new Filter.Evolution(), "potion")).isFalse();
  }

  @Test
  void typesAreThoseOfAPokemonAndThoseEnergyProvides() {
    only(new Filter.OfType(EnergyType.FIRE), true, false, false);
    assertThat(fits(new Filter.OfType(EnergyType.FIRE), "sparkmaster")).isTrue();
    assertThat(fits(new Filter.OfType(EnergyType.FIRE), "mudlord")).isFalse();
    assertThat(fits(new Filter.OfType(EnergyType.FIRE), "e-rainbow")).isTrue();
    assertThat(fits(new Filter.OfType(EnergyType.FIRE), "e-water")).isFalse();
    assertThat(fits(new Filter.OfType(EnergyType.FIRE), "potion")).isFalse();
  }

  @Test
  void namesTagsAndBoxes() {
    only(new Filter.Named("grandex"), false, true, false);
    only(new Filter.HasRuleBox(RuleBox.EX), false, true, false);
    only(new Filter.HasRuleBox(RuleBox.NONE), true, false, true);
    assertThat(fits(new Filter.HasRuleBox(RuleBox.NONE), "potion")).isFalse();
    assertThat(fits(new Filter.Tagged("old"), "tagged")).isTrue();
    assertThat(fits(new Filter.Tagged("new"), "tagged")).isFalse();
    assertThat(fits(new Filter.Tagged("old"), "plain")).isFalse();
    assertThat(fits(new Filter.Tagged("old"), "e-fire")).isFalse();
  }

  @Test
  void evolutionsNameTheirEarlierStage() {
    assertThat(fits(new Filter.EvolvesFrom("sparkling"), "sparkler")).isTrue();
    assertThat(fits(new Filter.EvolvesFrom("sparkling"), "mudlord")).isFalse();
    assertThat(fits(new Filter.EvolvesFrom(""), "potion")).isFalse();
    asking.set("it", active().serial());
    assertThat(fits(new Filter.EvolvesFromChosen("it"), "sparkmaster")).isTrue();
    assertThat(fits(new Filter.EvolvesFromChosen("it"), "sparkler")).isFalse();
    assertThat(fits(new Filter.EvolvesFromChosen("it"), "plain")).isFalse();
    assertThat(fits(new Filter.EvolvesFromChosen("it"), "potion")).isFalse();
    assertThat(fits(new Filter.EvolvesFromChosen("other"), "sparkmaster")).isFalse();
  }

  @Test
  void printedNumbersCountTheirBounds() {
    only(new Filter.HpAtMost(90), true, false, true);
    only(new Filter.HpAtMost(89), false, false, true);
    only(new Filter.RetreatAtMost(1), true, false, true);
    only(new Filter.RetreatAtLeast(2), false, true, false);
    only(new Filter.RetreatAtLeast(1), true, true, true);
    for (Filter filter :
        List.of(
            new Filter.HpAtMost(90), new Filter.RetreatAtMost(1), new Filter.RetreatAtLeast(0))) {
      assertThat(fits(filter, "potion")).as("%s", filter).isFalse();
    }
  }

  @Test
  void abilitiesAreThoseOfPokemon() {
    only(new Filter.HasAbility(), true, false, true);
    assertThat(fits(new Filter.HasAbility(), "meadow")).isFalse();
  }

  @Test
  void factsOfPokemonInPlay() {
    only(new Filter.Damaged(), false, true, false);
    only(new Filter.HasTool(), false, false, true);
    only(new Filter.IsActive(), true, false, false);
    only(new Filter.IsBenched(), false, true, true);
    only(new Filter.NewThisTurn(), false, false, true);
    only(new Filter.IsSelf(), false, true, false);
    only(new Filter.HasCondition(none()), true, false, false);
    only(new Filter.HasCondition(Optional.of(SpecialCondition.POISONED)), true, false, false);
    only(new Filter.HasCondition(Optional.of(SpecialCondition.BURNED)), false, false, false);
    List.of(
            new Filter.Damaged(),
            new Filter.HasTool(),
            new Filter.IsActive(),
            new Filter.IsBenched(),
            new Filter.NewThisTurn(),
            new Filter.IsSelf(),
            new Filter.HasCondition(none()),
            new Filter.HasEnergy(none(), Optional.of(0)))
        .forEach(this::isNoQuestionAboutCards);
  }

  @Test
  void energyIsCountedByType() {
    Optional<EnergyType> fire = Optional.of(EnergyType.FIRE);
    only(new Filter.HasEnergy(none(), none()), true, false, false);
    only(new Filter.HasEnergy(fire, Optional.of(2)), true, false, false);
    only(new Filter.HasEnergy(fire, Optional.of(3)), false, false, false);
    only(new Filter.HasEnergy(Optional.of(EnergyType.WATER), Optional.of(2)), false, false, false);
  }

  @Test
  void allAnyAndNot() {
    Filter basic = new Filter.OfStage(Stage.BASIC);
    Filter hurt = new Filter.Damaged();
    only(new Filter.AllOf(List.of(basic, hurt)), false, true, false);
    only(new Filter.AnyOf(List.of(new Filter.IsActive(), hurt)), true, true, false);
    only(new Filter.Not(basic), true, false, false);
    only(new Filter.AllOf(List.of()), true, true, true);
    only(new Filter.AnyOf(List.of()), false, false, false);
  }

  @Test
  void theOpponentsPokemonIsNotTheUser() {
    assertThat(fits(new Filter.IsSelf(), game.active(Seat.SECOND))).isFalse();
    assertThat(fits(new Filter.IsActive(), game.active(Seat.SECOND))).isTrue();
  }
}
