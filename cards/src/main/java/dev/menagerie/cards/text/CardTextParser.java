package dev.menagerie.cards.text;

import dev.menagerie.rules.card.Ability;
import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.Condition;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Provides;
import dev.menagerie.rules.card.TrainerKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the English that {@link CardText} writes, as the program in {@link PlainForm} that has the
 * given text. Thread safe.
 */
public final class CardTextParser {
  private static final String PLAYABLE = "You may play this card only if ";
  private static final String ATTACHES = "Attach this card only to ";
  private static final String PROVIDES = "This card provides ";
  private static final String DAMAGE = "This attack does ";

  private CardTextParser() {}

  /** An attack; {@code damage} is empty if the text names none, being printed beside the name. */
  public record AttackProgram(List<Effect> pre, Optional<Amount> damage, List<Effect> post) {}

  /**
   * The program of a special energy.
   *
   * @param provides empty if the text names none
   */
  public record EnergyProgram(
      Optional<Filter> attachesTo, List<Provides> provides, List<Ability> abilities) {}

  /** The program of an Item or Supporter. */
  public record PlayProgram(Optional<Condition> playable, List<Effect> effects) {}

  /**
   * Reads an attack.
   *
   * @throws UnknownPhrase naming the place that cannot be read
   */
  public static AttackProgram attack(String text) {
    Words words = Words.ofPokemon().inAttack();
    List<String> sentences = sentences(text);
    for (int i = 0; i < sentences.size(); i++) {
      Optional<Amount> damage = damage(sentences.get(i), words);
      if (damage.isPresent()) {
        return named(
            text,
            effects(text, String.join(" ", sentences.subList(0, i)), words),
            damage,
            effects(text, String.join(" ", sentences.subList(i + 1, sentences.size())), words));
      }
    }
    List<Effect> all = effects(text, text, words);
    int first = AttackOrder.beforeDamage(all);
    return named(text, all.subList(0, first), Optional.empty(), all.subList(first, all.size()));
  }

  private static AttackProgram named(
      String text, List<Effect> pre, Optional<Amount> damage, List<Effect> post) {
    return named(text, new AttackProgram(pre, damage, post));
  }

  /**
   * Reads an ability of a Pokémon.
   *
   * @param name the ability's name
   * @throws UnknownPhrase naming the place that cannot be read
   */
  public static Ability ability(String name, String text) {
    Words words = Words.ofPokemon();
    Token.Rule rule = Token.Rule.of(Token.Mode.ABILITY, words);
    return named(
        text,
        (Ability)
            best(
                text,
                text,
                rule,
                value -> called((Ability) value, name),
                value -> AbilityText.of((Ability) value, words)));
  }

  /**
   * Reads what an Item or Supporter does.
   *
   * @throws UnknownPhrase naming the place that cannot be read
   */
  public static PlayProgram play(String text) {
    Words words = Words.ofTrainer();
    if (!text.startsWith(PLAYABLE)) {
      return new PlayProgram(Optional.empty(), named(text, effects(text, text, words)));
    }
    String first = sentences(text).getFirst();
    String asked = first.substring(PLAYABLE.length(), first.length() - 1);
    Condition condition =
        (Condition)
            best(
                text,
                asked,
                Token.Rule.of(Token.Mode.CONDITION, words),
                value -> value,
                value -> ConditionText.of((Condition) value, words));
    String rest = text.substring(first.length()).strip();
    return new PlayProgram(Optional.of(condition), named(text, effects(text, rest, words)));
  }

  /**
   * Reads the text of a Tool or Stadium in play.
   *
   * @param name the name of its abilities
   * @throws UnknownPhrase naming the place that cannot be read
   */
  public static List<Ability> inPlay(TrainerKind kind, String name, String text) {
    return abilities(name, text, kind == TrainerKind.STADIUM ? Words.ofStadium() : Words.ofTool());
  }

  /**
   * Reads a special energy.
   *
   * @param name the name of its abilities
   * @throws UnknownPhrase naming the place that cannot be read
   */
  public static EnergyProgram energy(String name, String text) {
    Words words = Words.ofEnergy();
    Optional<Filter> attachesTo = Optional.empty();
    List<Provides> provides = List.of();
    String rest = text;
    if (rest.startsWith(ATTACHES)) {
      String first = sentences(rest).getFirst();
      Token.Rule noun =
          Token.Rule.of(
              Token.Mode.NOUN_WITH_ARTICLE, words, List.of(new Token.Text(Noun.POKEMON.one())));
      attachesTo =
          Optional.of(
              (Filter)
                  best(
                      text,
                      between(first, ATTACHES),
                      noun,
                      value -> value,
                      value -> FilterText.noun((Filter) value, Noun.POKEMON, words).withArticle()));
      rest = rest.substring(first.length()).strip();
    }
    if (rest.startsWith(PROVIDES)) {
      String first = sentences(rest).getFirst();
      provides =
          units(
              best(
                  text,
                  between(first, PROVIDES),
                  Token.Rule.of(Token.Mode.PROVIDED, words),
                  value -> value,
                  value -> EnergyText.provided(units(value))));
      rest = rest.substring(first.length()).strip();
    }
    List<Ability> abilities = rest.isEmpty() ? List.of() : abilities(name, rest, words);
    return new EnergyProgram(attachesTo, provides, abilities);
  }

  private static List<Provides> units(Object value) {
    return ((List<?>) value).stream().map(Provides.class::cast).toList();
  }

  /** The part of a sentence between its beginning and its full stop. */
  private static String between(String sentence, String begin) {
    return sentence.substring(begin.length(), sentence.length() - 1);
  }

  private static List<Ability> abilities(String name, String text, Words words) {
    List<?> read =
        (List<?>)
            best(
                text,
                text,
                Token.Rule.of(Token.Mode.ABILITIES, words),
                value ->
                    ((List<?>) value).stream().map(one -> called((Ability) one, name)).toList(),
                value ->
                    String.join(
                        " ",
                        ((List<?>) value)
                            .stream().map(one -> AbilityText.of((Ability) one, words)).toList()));
    return read.stream().map(Ability.class::cast).map(one -> named(text, one)).toList();
  }

  /** The program with names for what its text points at. */
  private static <T> T named(String text, T program) {
    T named = TextReferences.withoutIdleNames(TextReferences.named(program));
    if (TextReferences.isDangling(named)) {
      throw UnknownPhrase.ofNothingBefore(text);
    }
    return named;
  }

  private static Ability called(Ability ability, String name) {
    return switch (ability) {
      case Ability.Activated(_, var limit, var from, var when, var effects) ->
          new Ability.Activated(name, limit, from, when, effects);
      case Ability.Triggered(_, var on, var optional, var when, var effects) ->
          new Ability.Triggered(name, on, optional, when, effects);
      case Ability.Continuous(_, var affects, var when, var gives) ->
          new Ability.Continuous(name, affects, when, gives);
    };
  }

  private static Optional<Amount> damage(String sentence, Words words) {
    if (!sentence.startsWith(DAMAGE)) {
      return Optional.empty();
    }
    String amount = sentence.substring(DAMAGE.length(), sentence.length() - 1);
    Token.Rule rule =
        Token.Rule.of(Token.Mode.QUANTITY, words, List.of(new Token.Text(Noun.DAMAGE.many())));
    return readings(
            new Chart(amount),
            rule,
            value -> value,
            value -> AmountText.quantity((Amount) value, Noun.DAMAGE, words))
        .map(Amount.class::cast);
  }

  /**
   * @param whole the text of the whole card; problems are reported by their place in it
   */
  private static List<Effect> effects(String whole, String text, Words words) {
    if (text.isEmpty()) {
      return List.of();
    }
    List<?> read =
        (List<?>)
            best(
                whole,
                text,
                Token.Rule.of(Token.Mode.SENTENCES, words),
                value -> value,
                value -> new EffectText(words).sentences(asEffects(value)));
    return asEffects(read);
  }

  private static List<Effect> asEffects(Object value) {
    return ((List<?>) value).stream().map(Effect.class::cast).toList();
  }

  private static List<String> sentences(String text) {
    return text.isEmpty() ? List.of() : new ArrayList<>(List.of(text.split("(?<=\\.) ")));
  }

  private static Object best(
      String whole,
      String text,
      Token.Rule rule,
      Function<Object, Object> finished,
      Function<Object, String> renderer) {
    Chart chart = new Chart(text);
    return readings(chart, rule, finished, renderer)
        .orElseThrow(() -> UnknownPhrase.in(chart, rule, whole.indexOf(text)));
  }

  /** The reading that says least among those that the renderer would write like this. */
  private static Optional<Object> readings(
      Chart chart,
      Token.Rule rule,
      Function<Object, Object> finished,
      Function<Object, String> renderer) {
    return chart.whole(rule).stream()
        .map(finished)
        .filter(value -> renderer.apply(value).equals(chart.text()))
        .min(Comparator.comparingInt(CardTextParser::weight));
  }

  /**
   * The shorter reading is preferred: without explicit defaults, and with words of the vocabulary
   * rather than names.
   */
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
}
