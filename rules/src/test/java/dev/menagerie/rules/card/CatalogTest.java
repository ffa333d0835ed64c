package dev.menagerie.rules.card;

import static dev.menagerie.rules.TestCards.attack;
import static dev.menagerie.rules.TestCards.basic;
import static dev.menagerie.rules.TestCards.defender;
import static dev.menagerie.rules.TestCards.n;
import static dev.menagerie.rules.TestCards.none;
import static dev.menagerie.rules.TestCards.pokemon;
import static dev.menagerie.rules.TestCards.trainer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.menagerie.rules.TestCards;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogTest {
  private static final EnergyType FIRE = EnergyType.FIRE;

  private static List<String> paths(CardDefinition... cards) {
    return Catalog.problems(List.of(cards)).stream().map(Problem::path).toList();
  }

  private static List<String> item(Effect... effects) {
    return paths(trainer("item", TrainerKind.ITEM, List.of(effects), List.of()));
  }

  private static CardDefinition tool(Ability... abilities) {
    return trainer("tool", TrainerKind.TOOL, List.of(), List.of(abilities));
  }

  @Test
  void definitionsAreSortedAndFound() {
    Catalog catalog = TestCards.CATALOG;
    assertThat(catalog.version()).isEqualTo("test");
    assertThat(catalog.definitions()).extracting(CardDefinition::id).isSorted();
    assertThat(catalog.find("plain"))
        .contains(catalog.definitions().get(catalog.numberOf("plain")));
    assertThat(catalog.find("nobody")).isEmpty();
    assertThat(catalog.numberOf("nobody")).isNegative();
  }

  @Test
  void aBadCatalogNamesEveryProblem() {
    CardDefinition bad =
        pokemon("Bad Id", Stage.STAGE_1, RuleBox.NONE, "", 55, FIRE, 11, List.of());
    CardDefinition again = basic("twin", 60, FIRE, List.of());
    assertThatThrownBy(() -> Catalog.of("v", List.of(bad, again, again)))
        .isInstanceOfSatisfying(
            InvalidCatalog.class,
            invalid ->
                assertThat(invalid.problems())
                    .extracting(Problem::path)
                    .containsExactly(
                        "cards[0].id",
                        "cards[0].hp",
                        "cards[0].retreat",
                        "cards[0].evolves_from",
                        "cards[2].id"));
  }

  @Test
  void trainersAndEnergiesMustFitTheirKind() {
    assertThat(paths(trainer("empty", TrainerKind.ITEM, List.of(), List.of())))
        .containsExactly("cards[0].effects");
    Ability ability =
        new Ability.Activated("a", none(), none(), none(), List.of(new Effect.EndTurn()));
    assertThat(paths(tool(ability))).containsExactly("cards[0].abilities[0]");
    assertThat(
            paths(
                trainer(
                    "both", TrainerKind.STADIUM, List.of(new Effect.EndTurn()), List.of(ability))))
        .containsExactly("cards[0].effects");
    assertThat(
            paths(
                new CardDefinition.Energy(
                    "e", "e", true, List.of(), Optional.empty(), List.of(), List.of())))
        .containsExactly("cards[0].provides", "cards[0].basic");
  }

  @Test
  void namesMustBeKeptBeforeTheyAreUsed() {
    assertThat(item(new Effect.MoveChosen("them", Destination.HAND)))
        .containsExactly("cards[0].effects[0].chosen");
    assertThat(item(new Effect.Draw(new Amount.Kept("x"), none())))
        .containsExactly("cards[0].effects[0].count.name");
    assertThat(item(new Effect.Let("x", n(1)), new Effect.Draw(new Amount.Kept("x"), none())))
        .isEmpty();
    assertThat(item(new Effect.PlaceCounters(n(1), new Target.Chosen("it"))))
        .containsExactly("cards[0].effects[0].target.name");
    assertThat(
            item(
                new Effect.ForEach(
                    defender(), List.of(new Effect.PlaceCounters(n(1), new Target.Chosen("it"))))))
        .isEmpty();
  }

  @Test
  void questionsDoNotNestAndHiddenZonesStayHidden() {
    Target choice = TestCards.choose(Player.YOU, Place.BENCH);
    assertThat(item(new Effect.Draw(new Amount.CountersOn(choice), none())))
        .containsExactly("cards[0].effects[0].count.on");
    assertThat(
            item(
                new Effect.Draw(
                    new Amount.CardsIn(
                        Zone.HAND,
                        Optional.of(Player.OPPONENT),
                        Optional.of(new Filter.Kind(CardKind.ITEM))),
                    none())))
        .containsExactly("cards[0].effects[0].count.where");
  }

  @Test
  void staticsMayNotGoInCircles() {
    Ability circle =
        new Ability.Continuous(
            "c",
            Optional.of(new Scope(Player.YOU, none(), Optional.of(new Filter.OfType(FIRE)))),
            none(),
            List.of(new Static.TypeIs(EnergyType.WATER)));
    assertThat(paths(tool(circle))).containsExactly("cards[0].abilities[0].gives[0]");
    Ability fine =
        new Ability.Continuous(
            "f",
            Optional.of(new Scope(Player.YOU, none(), Optional.of(new Filter.OfType(FIRE)))),
            none(),
            List.of(new Static.HpBonus(20)));
    assertThat(paths(tool(fine))).isEmpty();
  }

  @Test
  void customEffectsMustBeKnown() {
    assertThat(item(new Effect.Custom("magic", Map.of())))
        .containsExactly("cards[0].effects[0].id");
    assertThat(item(new Effect.Custom(CustomEffects.REDEAL_PRIZES, Map.of()))).isEmpty();
  }

  @Test
  void onlyConditionsThatDoDamageHaveAStrength() {
    for (SpecialCondition condition : SpecialCondition.values()) {
      boolean hurts =
          switch (condition) {
            case POISONED, BURNED, CONFUSED -> true;
            case ASLEEP, PARALYZED -> false;
          };
      List<String> problems = item(new Effect.Apply(condition, defender(), Optional.of(20)));
      assertThat(problems).as("%s", condition).hasSize(hurts ? 0 : 1);
    }
  }

  @Test
  void programsAreNotNestedWithoutEnd() {
    Effect nested = new Effect.Draw(n(1), none());
    for (int i = 0; i < 9; i++) {
      nested = new Effect.May(none(), List.of(nested), none());
    }
    assertThat(item(nested)).hasSize(1);
  }

  @Test
  void anAttackIsOneFlatProgram() {
    Attack attack =
        new Attack(
            "a",
            List.of(),
            List.of(new Effect.Flip(none(), none())),
            Optional.of(n(10)),
            List.of(
                new Effect.If(
                    new Condition.Heads(none()),
                    List.of(new Effect.EndTurn()),
                    Optional.of(List.of(new Effect.Fail())))));
    CompiledCard face = Catalog.of("v", List.of(basic("x", 60, FIRE, List.of(), attack))).face(0);
    Program program = face.program(face.attackProgram(0));
    assertThat(program.at(0)).isInstanceOf(Step.Run.class);
    assertThat(program.at(1)).isInstanceOf(Step.BaseDamage.class);
    assertThat(program.at(2)).isEqualTo(new Step.Branch(new Condition.Heads(none()), 5));
    assertThat(program.at(4)).isEqualTo(new Step.Jump(6));
    assertThat(program.at(6)).isEqualTo(new Step.Stop());
    assertThat(program.length()).isEqualTo(7);
    assertThat(attack("b", List.of(), 0).damage()).isEmpty();
  }
}
