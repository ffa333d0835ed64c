package dev.menagerie.server.play;

import dev.menagerie.cards.deck.DeckProblems;
import dev.menagerie.codec.JsonProblem;
import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.deck.DeckList;
import dev.menagerie.server.game.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where decks come from. */
@FunctionalInterface
public interface DeckSource {
  /** A starter deck, or one of the user's own. */
  Optional<Chosen> find(UserId user, String deckId);

  /**
   * A deck as it was when it was chosen.
   *
   * @param missing the cards that the user lacks for it
   */
  record Chosen(String name, DeckList list, List<JsonProblem> missing) {
    public Chosen {
      missing = List.copyOf(missing);
    }

    /** A deck for which nothing is missing. */
    public static Chosen of(String name, DeckList list) {
      return new Chosen(name, list, List.of());
    }

    /** What keeps the deck from being played; empty if nothing does. */
    public List<JsonProblem> problems(RulesConfig rules, Catalog cards) {
      var problems = new ArrayList<>(DeckProblems.of(list, rules, cards));
      problems.addAll(missing);
      return problems;
    }
  }
}
