package dev.menagerie.cards.set;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.cards.scenario.ScenarioCards;
import dev.menagerie.codec.SnakeCase;
import dev.menagerie.rules.card.Ability;
import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.CardKind;
import dev.menagerie.rules.card.Condition;
import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.RuleBox;
import dev.menagerie.rules.card.Span;
import dev.menagerie.rules.card.SpecialCondition;
import dev.menagerie.rules.card.Stage;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.card.Target;
import dev.menagerie.rules.card.TrainerKind;
import dev.menagerie.rules.card.Trigger;
import dev.menagerie.rules.card.Zone;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The cards of the built-in sets and of the scenarios use the whole vocabulary, so that every word
 * is played.
 */
class VocabularyTest {
  private static final List<Class<?>> SENTENCES =
      List.of(
          CardDefinition.class,
          Ability.class,
          Effect.class,
          Amount.class,
          Condition.class,
          Filter.class,
          Static.class,
          Target.class,
          Trigger.class);

  private static final List<Class<? extends Enum<?>>> WORDS =
      List.of(
          Ability.Limit.class,
          Ability.Origin.class,
          CardKind.class,
          Condition.Happening.class,
          Condition.When.class,
          Destination.class,
          Effect.Moment.class,
          EnergyType.class,
          Span.class,
          SpecialCondition.class,
          Stage.class,
          TrainerKind.class,
          Zone.class);

  /** An absent rule box says the same as this one; a card never has to write it. */
  private static final Set<String> UNWRITTEN = Set.of(RuleBox.class.getSimpleName() + ".none");

  @Test
  void everyWordIsUsedSomewhere() {
    Set<String> used = new HashSet<>();
    for (CardDefinition card : CardSets.load().catalog().definitions()) {
      RecordWalk.visit("", card, (path, value) -> used.add(nameOf(value)));
    }
    for (CardDefinition card : ScenarioCards.of(Path.of("src/test/scenarios"))) {
      RecordWalk.visit("", card, (path, value) -> used.add(nameOf(value)));
    }
    Set<String> missing = new TreeSet<>();
    SENTENCES.stream()
        .flatMap(type -> Stream.of(type.getPermittedSubclasses()))
        .map(VocabularyTest::nameOf)
        .filter(name -> !name.equals(nameOf(Effect.Custom.class)))
        .forEach(missing::add);
    for (Class<? extends Enum<?>> type : WORDS) {
      Stream.of(type.getEnumConstants()).map(VocabularyTest::nameOf).forEach(missing::add);
    }
    missing.removeAll(used);
    missing.removeAll(UNWRITTEN);

    assertThat(missing).isEmpty();
  }

  @Test
  void hardlyAnyCardNeedsTheEscapeHatch() {
    CustomShare share = CustomShare.of(CardSets.load().catalog().definitions());

    assertThat(share.cards()).isGreaterThanOrEqualTo(120);
    assertThat(share.percent()).isLessThan(2.0);
    assertThat(share.toString())
        .startsWith(share.custom().size() + " of " + share.cards() + " cards need");
  }

  private static String nameOf(Object value) {
    return switch (value) {
      case Enum<?> constant ->
          constant.getDeclaringClass().getSimpleName()
              + "."
              + constant.name().toLowerCase(Locale.ROOT);
      case Class<?> type ->
          type.getEnclosingClass() == null
              ? type.getSimpleName()
              : type.getEnclosingClass().getSimpleName() + "." + SnakeCase.of(type.getSimpleName());
      default -> nameOf(value.getClass());
    };
  }
}
