package dev.menagerie.cards.text;

import dev.menagerie.rules.card.Ability;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.Filter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the English that {@link CardText} writes. */
public final class CardTextParser {
  private CardTextParser() {}

  /** Effects of an Item or Supporter, or of a part of an attack. */
  static Optional<List<Effect>> effects(String text, Words words) {
    if (text.isEmpty()) {
      return Optional.of(List.of());
    }
    return best(
        text,
        Token.Rule.of(Token.Mode.SENTENCES, words),
        value -> new EffectText(words).sentences(asEffects(value)))
        .map(CardTextParser::asEffects);
  }

  /** An ability of a Pokémon. */
  static Optional<Ability> ability(String text, Words words) {
    return best(
        text,
        Token.Rule.of(Token.Mode.ABILITY, words),
        value -> AbilityText.of((Ability) value, words))
        .map(Ability.class::cast);
  }

  /** The first reading that the renderer would write like this. */
  private static Optional<Object> best(
      String text, Token.Rule rule, Function<Object, String> renderer) {
    return new Chart(text)
        .whole(rule).stream()
            .map(value -> Naming.withoutIdleNames(Naming.named(value)))
            .filter(value -> renderer.apply(value).equals(text))
            .min(Comparator.comparingInt(CardTextParser::weight));
  }

  /** What says less is meant: no defaults spelled out, and a word that means something is no name. */
  private static int weight(Object value) {
    int[] weight = {0};
    RecordMap.map(
        value,
        part -> {
          weight[0] +=
              switch (part) {
                case Filter.Named(var name) -> 1 + name.length();
                case Filter.EvolvesFrom(var name) -> 1 + name.length();
                case Filter.Tagged(var name) -> 1 + name.length();
                default -> 1;
              };
          return part;
        });
    return weight[0];
  }

  @SuppressWarnings("unchecked")
  private static List<Effect> asEffects(Object value) {
    return (List<Effect>) value;
  }
}
