package dev.menagerie.server.decks;

import dev.menagerie.rules.deck.DeckList;

/**
 * A deck that can be played.
 *
 * @param rules the preset it is built for
 */
public record Deck(DeckId id, DeckName name, String rules, DeckList list, Kind kind) {
  /** The owner of the deck. */
  public enum Kind {
    /** Comes with the game, for every player; it cannot be changed. */
    STARTER,
    /** One player's own. */
    OWN
  }
}
