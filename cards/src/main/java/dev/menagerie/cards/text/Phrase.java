package dev.menagerie.cards.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One way of saying something: pieces of text and slots, and the value they make.
 *
 * @param tokens in the order of the text
 * @param template the value, with a hole for each slot
 * @param holes the numbers of its holes
 */
record Phrase(List<Token> tokens, Template template, List<Integer> holes) {
  Phrase {
    tokens = List.copyOf(tokens);
    holes = List.copyOf(holes);
  }

  Phrase(List<Token> tokens, Template template) {
    this(tokens, template, template.holes().stream().map(Template.Hole::part).toList());
  }

  /** The same with another noun or subject in the place of the one it was learned with. */
  Phrase with(Token.Slot place, List<Token> inside) {
    return new Phrase(put(tokens, place, inside), template, holes);
  }

  private static List<Token> put(List<Token> tokens, Token.Slot place, List<Token> inside) {
    List<Token> all = new ArrayList<>();
    for (Token token : tokens) {
      switch (token) {
        case Token.Text _ -> all.add(token);
        case Token.Slot slot when slot.equals(place) -> all.addAll(inside);
        case Token.Slot(var rule, var part) ->
            all.add(
                new Token.Slot(
                    Token.Rule.of(rule.mode(), rule.words(), put(rule.inside(), place, inside)),
                    part));
      }
    }
    return all;
  }

  /** The phrase for people: an ellipsis in the place of each slot. */
  String outline() {
    return tokens.stream()
        .map(token ->
            switch (token) {
              case Token.Text(var text) -> text;
              case Token.Slot _ -> "…";
            })
        .collect(Collectors.joining());
  }

  /** The phrase's value, with these values in its slots. */
  Object value(Map<Integer, Object> parts) {
    return template.build(parts);
  }
}
