package dev.menagerie.server.decks;

import dev.menagerie.codec.JsonProblem;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.deck.DeckList;
import java.util.List;

/** Every rule a deck breaks, with its place in the deck; none: it can be played. */
@FunctionalInterface
public interface DeckCheck {
  /** The violations that keep a deck from being played by these rules; empty if there are none. */
  List<JsonProblem> problems(DeckList deck, RulesConfig rules);
}
