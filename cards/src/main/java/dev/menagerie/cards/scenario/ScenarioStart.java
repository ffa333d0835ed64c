package dev.menagerie.cards.scenario;

import dev.menagerie.rules.deck.DeckList;
import dev.menagerie.rules.state.Seat;
import java.util.List;

/** The start of a scenario: within a turn, or before the first coin. */
sealed interface ScenarioStart {
  record InTheMiddle(ScenarioBoard board) implements ScenarioStart {}

  /** Two decks, not shuffled yet; the first coin says who chooses who starts. */
  record WithDecks(List<DeckList> decks) implements ScenarioStart {
    public WithDecks {
      decks = List.copyOf(decks);
      if (decks.size() != Seat.values().length) {
        throw new IllegalArgumentException("must have two decks");
      }
    }
  }
}
