package dev.menagerie.cards.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the samples of a template in the rendered text and learns which parts of the text are fixed
 * and which are slots.
 */
final class SampleText {
  private static final String HEADS =
      "(energy cards|energy card|Trainer card|energy|cards|card|Pokémon)";

  private static final String UNITS =
      "(more damage|damage counters|damage|energy cards|cards|energy|coins)";

  private static final String PROVIDED = "1 Water or Psychic energy";

  /** Texts are many and expressions few. */
  private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

  private final Words words;
  private final List<Template.Hole> holes;

  /** The text with an amount of another kind in a hole; the noun it counts shows itself there. */
  private final Function<Template.Hole, String> counted;

  SampleText(Words words, List<Template.Hole> holes, Function<Template.Hole, String> counted) {
    this.words = words;
    this.holes = holes;
    this.counted = counted;
  }

  /** The position of a sample, and its slot. */
  private record Place(int from, int to, Token.Slot slot) {}

  /** The text as a phrase; empty if it says nothing of a part that it would have to say. */
  Optional<List<Token>> tokens(String text) {
    List<Token> tokens = read(text);
    boolean whole =
        holes.stream()
            .filter(hole -> hole.kind() != Template.Kind.NAME)
            .allMatch(hole -> says(tokens, hole.part()));
    return whole ? Optional.of(tokens) : Optional.empty();
  }

  static boolean says(List<Token> tokens, int part) {
    return tokens.stream()
        .anyMatch(token ->
            token instanceof Token.Slot(var rule, var number)
                && (number == part || says(rule.inside(), part)));
  }

  List<Token> read(String text) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      Optional<Place> next = next(text, at);
      int end = next.map(Place::from).orElse(text.length());
      if (end > at) {
        tokens.add(new Token.Text(text.substring(at, end)));
      }
      next.ifPresent(place -> tokens.add(place.slot()));
      at = next.map(Place::to).orElse(text.length());
    }
    return tokens;
  }

  private Optional<Place> next(String text, int from) {
    return holes.stream()
        .flatMap(hole -> place(hole, text, from).stream())
        .min((a, b) -> a.from() != b.from() ? a.from() - b.from() : b.to() - a.to());
  }

  private Optional<Place> place(Template.Hole hole, String text, int from) {
    String sign =
        switch (hole.kind()) {
          case WHOLE_NUMBER, NEGATIVE_NUMBER -> Integer.toString(Template.Kind.number(hole.part()));
          case PROVIDED -> PROVIDED;
          case NAME,
              LABEL,
              TAG,
              AMOUNT,
              CONDITION,
              TARGET,
              FILTER,
              EFFECTS,
              STATIC,
              STATIC_OF_PLAYER ->
              Template.Kind.mark(hole.part());
        };
    if (text.indexOf(sign, from) < 0) {
      return Optional.empty();
    }
    String mark = Template.Kind.mark(hole.part());
    String each = "[Ee]ach of your " + mark;
    int part = hole.part();
    return switch (hole.kind()) {
      case NAME -> found(mark, text, from, part, match -> rule(Token.Mode.NAME));
      case TAG -> found(mark, text, from, part, match -> rule(Token.Mode.TAG));
      case LABEL -> found(mark, text, from, part, match -> rule(Token.Mode.LABEL));
      case WHOLE_NUMBER, NEGATIVE_NUMBER ->
          found(
              "\\b" + Template.Kind.number(part) + "\\b",
              text,
              from,
              part,
              match -> rule(Token.Mode.WHOLE_NUMBER));
      case TARGET -> found(each, text, from, part, match -> rule(Token.Mode.TARGET));
      case CONDITION ->
          found(
              "the retreat cost of " + each + " is at least 0",
              text,
              from,
              part,
              match -> rule(Token.Mode.CONDITION));
      case EFFECTS ->
          found(each + " is knocked out\\.?", text, from, part, match -> rule(effects(match)));
      case PROVIDED -> found(PROVIDED, text, from, part, match -> rule(Token.Mode.PROVIDED));
      case STATIC ->
          found(
              mark + " attached to (.+?) provide 1 Fire energy instead",
              text,
              from,
              part,
              match -> Token.Rule.of(Token.Mode.STATIC, words, read(match.group(1))));
      case STATIC_OF_PLAYER ->
          found(
              "\\b([Yy]ou|[Yy]our opponent|[Pp]layers) cannot play any " + mark + " from hand",
              text,
              from,
              part,
              match ->
                  Token.Rule.of(
                      Token.Mode.STATIC_OF_PLAYER,
                      words,
                      List.of(new Token.Text(Phrases.uncapitalized(match.group(1))))));
      case FILTER -> filter(mark, text, from, part);
      case AMOUNT -> amount(hole, "the retreat cost of " + each, text, from);
    };
  }

  private Token.Rule rule(Token.Mode mode) {
    return Token.Rule.of(mode, words);
  }

  private static Token.Mode effects(Matcher match) {
    if (!match.group().endsWith(".")) {
      return Token.Mode.CLAUSES;
    }
    return match.group().startsWith("E") ? Token.Mode.SENTENCES : Token.Mode.SENTENCES_GOING_ON;
  }

  private Optional<Place> filter(String mark, String text, int from, int part) {
    return found("is a " + mark + " Pokémon", text, from, part, m -> rule(Token.Mode.PREDICATE))
        .or(() ->
            found(
                "\\ban? " + mark + " " + HEADS,
                text,
                from,
                part,
                match -> noun(Token.Mode.NOUN_WITH_ARTICLE, match.group(1))))
        .or(() ->
            found(
                mark + " " + HEADS,
                text,
                from,
                part,
                match -> noun(number(match.group(1)), match.group(1))));
  }

  /**
   * "Energy" and "Pokémon" are the same for one and for many, until a filter makes cards of them.
   */
  private static Token.Mode number(String head) {
    if (head.endsWith("s")) {
      return Token.Mode.NOUN_MANY;
    }
    return head.endsWith("card") ? Token.Mode.NOUN_ONE : Token.Mode.NOUN;
  }

  private Token.Rule noun(Token.Mode mode, String head) {
    String one = head.endsWith("cards") ? head.substring(0, head.length() - 1) : head;
    return Token.Rule.of(mode, words, List.of(new Token.Text(one)));
  }

  private Optional<Place> amount(Template.Hole hole, String number, String text, int from) {
    int part = hole.part();
    return found("energy in " + number, text, from, part, match -> rule(Token.Mode.COUNTED))
        .or(() ->
            found("(?<= plus )" + number + " more", text, from, part, m -> rule(Token.Mode.MORE)))
        .or(() -> quantity(hole, number, text, from))
        .or(() -> found(number, text, from, part, match -> rule(Token.Mode.NUMBER)));
  }

  private Optional<Place> quantity(Template.Hole hole, String number, String text, int from) {
    Matcher match = pattern(" equal to " + number).matcher(text);
    if (!match.find(from)) {
      return Optional.empty();
    }
    String sample = counted.apply(hole);
    String count = Template.Kind.number(hole.part()) + " ";
    int begin = sample.indexOf(count);
    int shift = text.indexOf(sample.substring(0, Math.max(0, begin)));
    boolean alike = begin >= from && shift == 0 && begin <= match.start();
    if (alike && sample.startsWith(count + text.substring(begin, match.start()), begin)) {
      return Optional.of(quantity(hole, text, begin, match));
    }
    Matcher unit = pattern(UNITS + " equal to " + number).matcher(text);
    return unit.find(from)
        ? Optional.of(quantity(hole, text, unit.start(), match))
        : Optional.empty();
  }

  private Place quantity(Template.Hole hole, String text, int begin, Matcher match) {
    List<Token> noun = read(text.substring(begin, match.start()));
    Token.Rule rule = Token.Rule.of(Token.Mode.QUANTITY, words, noun);
    return new Place(begin, match.end(), new Token.Slot(rule, hole.part()));
  }

  private static Pattern pattern(String regex) {
    return PATTERNS.computeIfAbsent(regex, Pattern::compile);
  }

  private static Optional<Place> found(
      String regex, String text, int from, int part, Function<Matcher, Token.Rule> rule) {
    Matcher match = pattern(regex).matcher(text);
    return match.find(from)
        ? Optional.of(
            new Place(match.start(), match.end(), new Token.Slot(rule.apply(match), part)))
        : Optional.empty();
  }
}
