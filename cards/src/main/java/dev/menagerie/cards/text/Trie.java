package dev.menagerie.cards.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Phrases with shared prefixes, read together: each shared prefix is read once.
 *
 * @param <T> the value of a whole phrase
 */
final class Trie<T> {
  /** Inside a slot the parts of the phrase around it are numbered from here. */
  private static final int OUTER = 1_000;

  private final Map<Token, Trie<T>> next = new LinkedHashMap<>();
  private final List<Ending<T>> endings = new ArrayList<>();

  /**
   * The end of a phrase.
   *
   * @param parts the phrase's own numbers of its parts, in the order in which they are said
   */
  private record Ending<T>(T payload, List<Integer> parts) {}

  /** Adds a phrase. */
  void add(List<Token> tokens, T payload) {
    Map<Integer, Integer> numbers = new HashMap<>();
    List<Integer> parts = new ArrayList<>();
    Trie<T> node = this;
    for (Token token : tokens) {
      node = node.next.computeIfAbsent(numbered(token, numbers, parts), _ -> new Trie<>());
    }
    node.endings.add(new Ending<>(payload, List.copyOf(parts)));
  }

  /** Numbers the parts in the order in which they are said, so that equal beginnings are equal. */
  private static Token numbered(Token token, Map<Integer, Integer> numbers, List<Integer> parts) {
    return switch (token) {
      case Token.Text text -> text;
      case Token.Slot(var rule, var part) -> {
        List<Token> inside =
            rule.inside().stream().map(one -> outer(numbered(one, numbers, parts))).toList();
        Integer number = numbers.get(part);
        if (number == null) {
          number = parts.size();
          numbers.put(part, number);
          parts.add(part);
        }
        yield new Token.Slot(Token.Rule.of(rule.mode(), rule.words(), inside), number);
      }
    };
  }

  /** A part of the phrase around, as it is numbered inside a slot. */
  private static Token outer(Token token) {
    return switch (token) {
      case Token.Text text -> text;
      case Token.Slot(var rule, var part) ->
          new Token.Slot(
              Token.Rule.of(
                  rule.mode(), rule.words(), rule.inside().stream().map(Trie::outer).toList()),
              part + OUTER);
    };
  }

  /**
   * Reads every phrase at a place of a chart's text.
   *
   * @param found gets each phrase with its reading; the parts have the phrase's own numbers
   */
  void read(Chart chart, int at, BiConsumer<T, Chart.Reading> found) {
    read(chart, new Chart.Reading(at, "", Map.of()), found);
  }

  private void read(Chart chart, Chart.Reading begun, BiConsumer<T, Chart.Reading> found) {
    for (Ending<T> ending : endings) {
      Map<Integer, Object> parts = new HashMap<>();
      begun.parts().forEach((number, value) -> parts.put(ending.parts().get(number), value));
      found.accept(ending.payload(), new Chart.Reading(begun.end(), "", parts));
    }
    for (Map.Entry<Token, Trie<T>> entry : next.entrySet()) {
      switch (entry.getKey()) {
        case Token.Text(var written) -> {
          if (chart.stands(written, begun.end())) {
            Chart.Reading further =
                new Chart.Reading(begun.end() + written.length(), "", begun.parts());
            entry.getValue().read(chart, further, found);
          }
        }
        case Token.Slot(var rule, var part) -> {
          for (Chart.Reading inside : chart.at(rule, begun.end())) {
            joined(begun, inside, part)
                .ifPresent(further -> entry.getValue().read(chart, further, found));
          }
        }
      }
    }
  }

  private static Optional<Chart.Reading> joined(
      Chart.Reading before, Chart.Reading inside, int part) {
    Map<Integer, Object> parts = new HashMap<>(before.parts());
    for (Map.Entry<Integer, Object> entry : inside.parts().entrySet()) {
      Object other = parts.putIfAbsent(entry.getKey() - OUTER, entry.getValue());
      if (other != null && !other.equals(entry.getValue())) {
        return Optional.empty();
      }
    }
    Object other = parts.putIfAbsent(part, inside.value());
    return other != null && !other.equals(inside.value())
        ? Optional.empty()
        : Optional.of(new Chart.Reading(inside.end(), "", parts));
  }
}
