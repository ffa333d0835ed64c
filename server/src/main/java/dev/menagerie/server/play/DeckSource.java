package dev.menagerie.server.play;

import dev.menagerie.rules.deck.DeckList;
import dev.menagerie.server.game.UserId;
import java.util.Optional;

/** Where decks come from. */
@FunctionalInterface
public interface DeckSource {
  /** A starter deck, or one of the user's own. */
  Optional<Chosen> find(UserId user, String deckId);

  /** A deck as it was when it was chosen. */
  record Chosen(String name, DeckList list) {}
}
