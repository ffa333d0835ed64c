package dev.menagerie.cards.text;

import dev.menagerie.rules.card.Ability;
import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.Condition;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.card.Target;
import dev.menagerie.rules.card.Trigger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What each word of the vocabulary says on a card, with an ellipsis in the place of each part. */
public final class WordOutlines {
  private WordOutlines() {}

  /**
   * The outlines of all words.
   *
   * @return by family and word, such as {@code EffectDraw}: "draw … cards"
   */
  public static Map<String, String> all() {
    Words words = Words.ofPokemon().inAttack();
    EffectText effects = new EffectText(words);
    Map<String, String> outlines = new LinkedHashMap<>();
    add(outlines, Effect.class, words, value -> effects.clause((Effect) value));
    add(outlines, Target.class, words, value -> TargetText.of((Target) value, words));
    add(outlines, Amount.class, words, value -> AmountText.number((Amount) value, words));
    add(outlines, Condition.class, words, value -> ConditionText.of((Condition) value, words));
    add(outlines, Filter.class, words, value -> FilterText.predicate((Filter) value, words));
    add(outlines, Static.class, words, value -> gives((Static) value, words));
    add(outlines, Trigger.class, words, value -> AbilityText.moment((Trigger) value, words));
    add(outlines, Ability.class, words, value -> AbilityText.of((Ability) value, words));
    return outlines;
  }

  private static String gives(Static gives, Words words) {
    return StaticText.of(gives, words.self(), words);
  }

  private static void add(
      Map<String, String> outlines,
      Class<?> family,
      Words words,
      Function<Object, String> renderer) {
    for (Class<?> word : family.getPermittedSubclasses()) {
      Templates.of(word).stream()
          .map(template -> PhraseBook.phrase(template, words, renderer))
          .flatMap(Optional::stream)
          .map(Phrase::outline)
          .findFirst()
          .ifPresent(
              outline -> outlines.put(family.getSimpleName() + word.getSimpleName(), outline));
    }
  }
}
