package dev.menagerie.server.decks;

import dev.menagerie.rules.deck.DeckList;

/**
 * A deck somebody can play.
 *
 * @param rules the preset it is built for
 */
public record Deck(DeckId id, DeckName name, String rules, DeckList list, Kind kind) {
  /** Whose it is. */
  public enum Kind {
    /** Comes with the game, for everyone; nobody changes it. */
    STARTER,
    /** One player's own. */
    OWN
  }
}
