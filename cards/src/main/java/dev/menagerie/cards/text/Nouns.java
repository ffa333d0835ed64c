package dev.menagerie.cards.text;

import dev.menagerie.rules.card.Filter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The effect of filters on a noun: words before it, another noun, clauses after it. Learned from
 * the renderer like all other phrases.
 */
final class Nouns {
  private Nouns() {}

  /**
   * The effect of one filter on a noun.
   *
   * @param before phrases before the noun
   * @param head the noun that replaces it; empty: it stays
   * @param behind phrases after the noun
   */
  record Change(
      List<List<Token>> before, Optional<Head> head, List<List<Token>> behind, Template filter) {}

  /** A noun for one and for many. */
  record Head(List<Token> one, List<Token> many) {}

  /** Every change that a filter other than a list of filters makes. */
  static List<Change> changes(Noun base, Words words) {
    Map<String, Change> changes = new LinkedHashMap<>();
    for (Class<?> type : Filter.class.getPermittedSubclasses()) {
      if (type != Filter.AllOf.class && type != Filter.AnyOf.class && type != Filter.Any.class) {
        for (Template template : Templates.of(type)) {
          change(template, base, words)
              .ifPresent(change ->
                  changes.putIfAbsent(
                      change.before() + "|" + change.head() + "|" + change.behind(), change));
        }
      }
    }
    return List.copyOf(changes.values());
  }

  private static Optional<Change> change(Template template, Noun base, Words words) {
    Noun noun = FilterText.noun((Filter) template.sample(), base, words);
    SampleText sample = new SampleText(words, template.holes(), _ -> "");
    Optional<Head> head =
        noun.one().equals(base.one()) && noun.many().equals(base.many())
            ? Optional.empty()
            : Optional.of(new Head(sample.read(noun.one()), sample.read(noun.many())));
    List<List<Token>> before = noun.before().stream().map(sample::read).toList();
    List<List<Token>> behind = noun.behind().stream().map(sample::read).toList();
    List<Token> all = new ArrayList<>();
    before.forEach(all::addAll);
    behind.forEach(all::addAll);
    head.ifPresent(one -> all.addAll(one.one()));
    boolean says =
        template.holes().stream()
            .filter(hole -> hole.kind() != Template.Kind.NAME)
            .allMatch(hole -> SampleText.says(all, hole.part()));
    boolean changes = head.isPresent() || !before.isEmpty() || !behind.isEmpty();
    return says && changes
        ? Optional.of(new Change(before, head, behind, template))
        : Optional.empty();
  }

  /** A noun of many as a noun of one. */
  static String one(String many) {
    return many.endsWith("s") ? many.substring(0, many.length() - 1) : many;
  }

  /** A noun of many, with its slots, as a noun of one. */
  static List<Token> one(List<Token> many) {
    List<Token> one = new ArrayList<>(many);
    one.set(
        one.size() - 1,
        switch (one.getLast()) {
          case Token.Text(var text) -> new Token.Text(one(text));
          case Token.Slot(var rule, var part) when rule.mode() == Token.Mode.NOUN_MANY ->
              new Token.Slot(Token.Rule.of(Token.Mode.NOUN_ONE, rule.words(), rule.inside()), part);
          case Token.Slot slot -> slot;
        });
    return one;
  }
}
