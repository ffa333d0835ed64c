package dev.menagerie.server.decks;

import dev.menagerie.codec.JsonProblem;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.deck.DeckList;
import java.util.List;

/** Every rule a deck breaks, with its place in the deck; none: it can be played. */
@FunctionalInterface
public interface DeckCheck {
  /** What keeps a deck from being played by these rules; empty if nothing does. */
  List<JsonProblem> problems(DeckList deck, RulesConfig rules);
}
