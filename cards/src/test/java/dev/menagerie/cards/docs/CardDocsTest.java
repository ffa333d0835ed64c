package dev.menagerie.cards.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.cards.scenario.ScenarioCards;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.cards.set.RecordWalk;
import dev.menagerie.cards.text.CardText;
import dev.menagerie.codec.SnakeCase;
import dev.menagerie.rules.card.Ability;
import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.Condition;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Provides;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.card.Target;
import dev.menagerie.rules.card.Trigger;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Keeps the vocabulary in {@code docs/cards.md} equal to the records and to the cards that show it.
 */
class CardDocsTest {
  private static final Pattern PART = Pattern.compile("\\.(attacks|abilities|effects)\\[(\\d+)].*");

  /** Cards that show a word better than the shortest text does, by their ids. */
  private static final Map<Class<?>, String> CHOSEN =
      Map.of(
          Amount.Fixed.class, "mossnewt",
          Condition.FirstTurn.class, "first-lesson",
          Condition.Not.class, "landing");

  private final Map<Class<?>, String> examples = new LinkedHashMap<>();
  private final List<Class<?>> withoutExample = new ArrayList<>();
  private final Map<String, Class<?>> words = new TreeMap<>();

  @Test
  void theVocabularyIsDescribedAsItIs() throws IOException {
    List<CardDefinition> builtIn = CardSets.load().catalog().definitions();
    List<CardDefinition> further = ScenarioCards.of(Path.of("src/test/scenarios/kinds"));
    CHOSEN.forEach((word, id) ->
        giveExamples(
            Stream.concat(builtIn.stream(), further.stream())
                .filter(card -> card.id().equals(id))
                .limit(1)
                .toList(),
            word::equals));
    giveExamples(builtIn, _ -> true);
    giveExamples(ScenarioCards.of(Path.of("src/test/scenarios/vocabulary")), _ -> true);
    StringBuilder page = new StringBuilder();
    family(page, "Effects: what a program does", Effect.class);
    family(page, "Targets: which Pokémon", Target.class);
    family(page, "Amounts: how much", Amount.class);
    family(page, "Conditions: whether", Condition.class);
    family(page, "Filters: which cards", Filter.class);
    family(page, "Statics: what is true for a while", Static.class);
    family(page, "Triggers: what fires an ability", Trigger.class);
    family(page, "Abilities", Ability.class);
    enums(page);

    assertThat(examples.keySet()).as("a chosen card shows its word").containsAll(CHOSEN.keySet());
    assertThat(withoutExample).as("words that no card shows").isEmpty();
    new GeneratedPart("cards.md", "vocabulary").is(page.toString());
  }

  /** Finds the shortest example of each word that has none from an earlier list of cards. */
  private void giveExamples(List<CardDefinition> cards, Predicate<Class<?>> wanted) {
    Map<Class<?>, String> found = new LinkedHashMap<>();
    for (CardDefinition card : cards) {
      CardText text = CardText.of(card);
      RecordWalk.visit(
          "",
          card,
          (path, value) -> {
            if (value instanceof Record && wanted.test(value.getClass())) {
              String said = said(path, text);
              if (!said.isEmpty()) {
                found.merge(
                    value.getClass(), "*" + card.name() + "*: " + said, CardDocsTest::shorter);
              }
            }
          });
    }
    found.forEach(examples::putIfAbsent);
  }

  private static String shorter(String one, String other) {
    return other.length() < one.length() ? other : one;
  }

  private static String said(String path, CardText text) {
    Matcher part = PART.matcher(path);
    if (!part.matches()) {
      return text.text();
    }
    int index = Integer.parseInt(part.group(2));
    return switch (part.group(1)) {
      case "attacks" -> index < text.attacks().size() ? text.attacks().get(index) : "";
      case "abilities" ->
          index < text.abilities().size() ? text.abilities().get(index) : text.text();
      default -> text.text();
    };
  }

  private void family(StringBuilder page, String title, Class<?> family) {
    page.append("\n### ")
        .append(title)
        .append("\n\n| word | members | for example |\n|---|---|---|\n");
    for (Class<?> word : family.getPermittedSubclasses()) {
      if (!examples.containsKey(word)) {
        withoutExample.add(word);
      }
      page.append("| `")
          .append(SnakeCase.of(word.getSimpleName()))
          .append("` | ")
          .append(members(word))
          .append(" | ")
          .append(examples.getOrDefault(word, ""))
          .append(" |\n");
    }
  }

  private String members(Class<?> word) {
    List<String> members = new ArrayList<>();
    for (RecordComponent component : word.getRecordComponents()) {
      Type type = component.getGenericType();
      boolean optional = component.getType() == Optional.class;
      members.add(
          "`"
              + SnakeCase.of(component.getName())
              + (optional ? "?" : "")
              + "` "
              + typeName(optional ? ((ParameterizedType) type).getActualTypeArguments()[0] : type));
    }
    return String.join(", ", members);
  }

  private String typeName(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      if (arguments[0] == Provides.class) {
        return "lists of energy types";
      }
      return generic.getRawType() == Map.class ? "texts by name" : typeName(arguments[0]) + "s";
    }
    Class<?> plain = (Class<?>) type;
    if (plain == int.class || plain == Integer.class) {
      return "number";
    }
    if (plain == boolean.class || plain == Boolean.class) {
      return "true or false";
    }
    if (plain == String.class) {
      return "text";
    }
    if (plain.isEnum()) {
      words.put(spaced(plain), plain);
    }
    return spaced(plain);
  }

  private static String spaced(Class<?> type) {
    return SnakeCase.of(type.getSimpleName()).replace('_', ' ');
  }

  private void enums(StringBuilder page) {
    page.append("\n### Words\n\n| kind | one of |\n|---|---|\n");
    words.forEach((name, type) -> {
      List<String> constants = new ArrayList<>();
      for (Object constant : type.getEnumConstants()) {
        constants.add("`" + ((Enum<?>) constant).name().toLowerCase(Locale.ROOT) + "`");
      }
      page.append("| ")
          .append(name)
          .append(" | ")
          .append(String.join(", ", constants))
          .append(" |\n");
    });
  }
}
