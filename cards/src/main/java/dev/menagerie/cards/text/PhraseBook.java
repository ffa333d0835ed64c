package dev.menagerie.cards.text;

import dev.menagerie.rules.card.Ability;
import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.Condition;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.card.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Every phrase of the renderer, learned from it: each record of the vocabulary is rendered with
 * samples for its parts, and the samples are found in the text. So each phrase is written in one
 * place only, and the parser reads everything that the renderer writes. Thread safe.
 */
final class PhraseBook {
  /** Stand for the noun that an amount counts, while phrases for amounts are learned. */
  private static final String ONE = "⟦one⟧";

  private static final String MANY = "⟦many⟧";

  /** A placeholder for the subject of a static effect. */
  private static final String SUBJECT = "⟦subject⟧";

  private static final PhraseBook ONLY = new PhraseBook();

  private final Map<Token.Rule, List<Phrase>> phrases = new ConcurrentHashMap<>();
  private final Map<Token.Rule, Trie<Phrase>> tries = new ConcurrentHashMap<>();

  private PhraseBook() {}

  static PhraseBook get() {
    return ONLY;
  }

  /** Every phrase that may fill a slot of this rule; what says less comes first. */
  List<Phrase> phrases(Token.Rule rule) {
    List<Phrase> known = phrases.get(rule);
    if (known == null) {
      known = rule.inside().isEmpty() ? learned(rule) : with(rule);
      phrases.put(rule, known);
    }
    return known;
  }

  /** The same phrases, to be read together. */
  Trie<Phrase> trie(Token.Rule rule) {
    return tries.computeIfAbsent(
        rule,
        _ -> {
          Trie<Phrase> trie = new Trie<>();
          phrases(rule).forEach(phrase -> trie.add(phrase.tokens(), phrase));
          return trie;
        });
  }

  /** Phrases learned with a placeholder, with the real noun or subject in its place. */
  private List<Phrase> with(Token.Rule rule) {
    if (rule.mode() == Token.Mode.STATIC_OF_PLAYER) {
      return learned(rule);
    }
    List<Phrase> general = phrases(Token.Rule.of(rule.mode(), rule.words()));
    if (rule.mode() == Token.Mode.STATIC) {
      Token.Slot subject = standIn(SUBJECT, rule.words());
      return general.stream().map(phrase -> phrase.with(subject, rule.inside())).toList();
    }
    boolean isPlain = rule.inside().size() == 1 && rule.mode() == Token.Mode.QUANTITY;
    if (isPlain
        && rule.inside().getFirst() instanceof Token.Text(var many)
        && !many.startsWith("⟦")) {
      return counting(Noun.plain(Nouns.one(many), many), rule.words());
    }
    Token.Slot one = standIn(ONE, rule.words());
    Token.Slot several = standIn(MANY, rule.words());
    return general.stream()
        .map(phrase -> phrase.with(several, rule.inside()).with(one, Nouns.one(rule.inside())))
        .toList();
  }

  private static Token.Slot standIn(String name, Words words) {
    return new Token.Slot(Token.Rule.of(Token.Mode.NAME, words, List.of(new Token.Text(name))), -1);
  }

  private static List<Phrase> learned(Token.Rule rule) {
    Words words = rule.words();
    return switch (rule.mode()) {
      case ABILITY -> learn(Ability.class, words, value -> AbilityText.of((Ability) value, words));
      case CLAUSE ->
          learn(Effect.class, words, value -> new EffectText(words).clause((Effect) value));
      case CONDITION ->
          both(
              learn(Condition.class, words, value -> ConditionText.of((Condition) value, words)),
              learn(
                  Condition.class, words, value -> ConditionText.inside((Condition) value, words)));
      case TARGET -> learn(Target.class, words, value -> TargetText.of((Target) value, words));
      case NUMBER -> learn(Amount.class, words, value -> AmountText.number((Amount) value, words));
      case COUNTED ->
          learn(Amount.class, words, value -> AmountText.counted((Amount) value, words));
      case MORE -> learn(Amount.class, words, value -> AmountText.more((Amount) value, words));
      case QUANTITY -> counting(Noun.plain(ONE, MANY), words);
      case PREDICATE ->
          both(
              learn(Filter.class, words, value -> FilterText.predicate((Filter) value, words)),
              learn(Filter.class, words, value -> FilterText.inside((Filter) value, words)));
      case STATIC ->
          learn(
              Static.class,
              words,
              value ->
                  ((Static) value).isOfPlayer()
                      ? ""
                      : StaticText.of((Static) value, SUBJECT, words));
      case STATIC_OF_PLAYER ->
          learn(
              Static.class,
              words,
              value ->
                  ((Static) value).isOfPlayer()
                      ? StaticText.ofPlayer((Static) value, rule.player(), words)
                      : "");
      case ABILITIES,
          SENTENCES,
          SENTENCES_GOING_ON,
          CLAUSES,
          NOUN,
          NOUN_ONE,
          NOUN_MANY,
          NOUN_WITH_ARTICLE,
          PROVIDED,
          WHOLE_NUMBER,
          LABEL,
          NAME,
          TAG ->
          throw new IllegalArgumentException("not learned by example: " + rule.mode());
    };
  }

  private static List<Phrase> counting(Noun noun, Words words) {
    Token number = new Token.Slot(Token.Rule.of(Token.Mode.NUMBER, words), 0);
    Phrase any =
        new Phrase(
            List.of(new Token.Text(noun.plural() + " equal to "), number),
            new Template.Hole(0, Template.Kind.AMOUNT));
    return both(
        learn(Amount.class, words, value -> AmountText.quantity((Amount) value, noun, words)),
        List.of(new Phrase(standIns(any.tokens(), words), any.template())));
  }

  /** Two lists of phrases in one, each phrase once. */
  private static List<Phrase> both(List<Phrase> some, List<Phrase> more) {
    Map<List<Token>, Phrase> all = new LinkedHashMap<>();
    some.forEach(phrase -> all.putIfAbsent(numbered(phrase.tokens()), phrase));
    more.forEach(phrase -> all.putIfAbsent(numbered(phrase.tokens()), phrase));
    return List.copyOf(all.values());
  }

  private static List<Phrase> learn(Class<?> type, Words words, Function<Object, String> renderer) {
    Map<List<Token>, Phrase> learned = new LinkedHashMap<>();
    for (Class<?> word : type.getPermittedSubclasses()) {
      for (Template template : Templates.of(word)) {
        phrase(template, wordsInside(template, words), renderer)
            .ifPresent(phrase -> {
              learned.putIfAbsent(numbered(phrase.tokens()), phrase);
              withAn(phrase)
                  .ifPresent(other -> learned.putIfAbsent(numbered(other.tokens()), other));
            });
      }
    }
    return List.copyOf(learned.values());
  }

  /** The phrase with "an" before what a slot begins with, where it was learned with "a". */
  private static Optional<Phrase> withAn(Phrase phrase) {
    List<Token> tokens = new ArrayList<>(phrase.tokens());
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (tokens.get(i) instanceof Token.Text(var text)
          && text.endsWith(" a ")
          && tokens.get(i + 1) instanceof Token.Slot) {
        tokens.set(i, new Token.Text(text.substring(0, text.length() - 1) + "n "));
      }
    }
    return tokens.equals(phrase.tokens())
        ? Optional.empty()
        : Optional.of(new Phrase(tokens, phrase.template(), phrase.holes()));
  }

  /** Inside a trigger about any Pokémon the words speak of that one. */
  private static Words wordsInside(Template template, Words words) {
    return template.sample() instanceof Ability.Triggered triggered
            && AbilityText.isAboutAnother(triggered.on())
        ? words.withOther("that Pokémon")
        : words;
  }

  /** The renderer's phrase for a template; empty if it writes none, or leaves a part out. */
  static Optional<Phrase> phrase(
      Template template, Words words, Function<Object, String> renderer) {
    List<Template.Hole> holes = template.holes();
    String text;
    try {
      text = renderer.apply(template.sample());
    } catch (IllegalArgumentException unknown) {
      return Optional.empty(); // an id of a custom effect that is none
    }
    SampleText sample =
        new SampleText(words, holes, hole -> renderer.apply(withNumber(template, hole)));
    return text.isEmpty()
        ? Optional.empty()
        : sample
            .tokens(text)
            .filter(tokens -> !isOnlyItself(tokens))
            .map(tokens -> new Phrase(standIns(tokens, words), template));
  }

  /**
   * A phrase that consists of its part alone, such as a double negation, has the part's reading.
   */
  private static boolean isOnlyItself(List<Token> tokens) {
    return tokens.size() == 1
        && tokens.getFirst() instanceof Token.Slot(var rule, _)
        && rule.mode().beginsWithItself();
  }

  private static Object withNumber(Template template, Template.Hole hole) {
    Map<Integer, Object> samples = new HashMap<>();
    template.holes().forEach(one -> samples.put(one.part(), one.sample()));
    samples.put(hole.part(), new Amount.Fixed(Template.Kind.number(hole.part())));
    return template.build(samples);
  }

  /** Replaces the samples in a text by slots. */
  private static List<Token> standIns(List<Token> tokens, Words words) {
    List<Token> all = new ArrayList<>();
    for (Token token : tokens) {
      switch (token) {
        case Token.Text(var text) -> all.addAll(standIns(text, words));
        case Token.Slot(var rule, var part) ->
            all.add(
                new Token.Slot(
                    Token.Rule.of(rule.mode(), rule.words(), standIns(rule.inside(), words)),
                    part));
      }
    }
    return all;
  }

  private static List<Token> standIns(String text, Words words) {
    for (String name : List.of(ONE, MANY, SUBJECT)) {
      int at = text.indexOf(name);
      if (at >= 0) {
        List<Token> split = new ArrayList<>();
        if (at > 0) {
          split.add(new Token.Text(text.substring(0, at)));
        }
        split.add(standIn(name, words));
        split.addAll(standIns(text.substring(at + name.length()), words));
        return split;
      }
    }
    return text.isEmpty() ? List.of() : List.of(new Token.Text(text));
  }

  /** The same tokens, whatever the numbers of the parts. */
  private static List<Token> numbered(List<Token> tokens) {
    return numbered(tokens, new HashMap<>());
  }

  private static List<Token> numbered(List<Token> tokens, Map<Integer, Integer> numbers) {
    List<Token> all = new ArrayList<>();
    for (Token token : tokens) {
      all.add(
          switch (token) {
            case Token.Text text -> text;
            case Token.Slot(var rule, var part) -> {
              int number = numbers.computeIfAbsent(part, _ -> numbers.size());
              yield new Token.Slot(
                  Token.Rule.of(rule.mode(), rule.words(), numbered(rule.inside(), numbers)),
                  number);
            }
          });
    }
    return all;
  }
}
