package dev.menagerie.server.decks;

import dev.menagerie.rules.deck.DeckList;
import java.util.Optional;

/**
 * A deck that can be played.
 *
 * @param rules the preset it is built for
 */
public record Deck(
    DeckId id, DeckName name, String rules, Optional<String> about, DeckList list, Kind kind) {
  /** A deck of a player. */
  public static Deck own(DeckId id, DeckName name, String rules, DeckList list) {
    return new Deck(id, name, rules, Optional.empty(), list, Kind.OWN);
  }

  /** The owner of the deck. */
  public enum Kind {
    /** Comes with the game, for every player; it cannot be changed. */
    STARTER,
    /** One player's own. */
    OWN
  }
}
