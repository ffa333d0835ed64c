package dev.menagerie.server.decks;

import dev.menagerie.codec.JsonProblem;
import dev.menagerie.rules.deck.DeckList;
import dev.menagerie.server.game.UserId;
import java.util.List;

/** The cards that users have. Any thread; may wait for the store. */
public interface CardCollection {
  /** Everybody has every card, as often as they like. */
  CardCollection UNLIMITED =
      new CardCollection() {
        @Override
        public List<JsonProblem> missing(UserId user, DeckList deck) {
          return List.of();
        }

        @Override
        public Owned of(UserId user) {
          return new Owned(false, List.of());
        }
      };

  /** What the user lacks for a deck, with its place in the deck. */
  List<JsonProblem> missing(UserId user, DeckList deck);

  /** What a user has. */
  Owned of(UserId user);

  /**
   * The cards of a user.
   *
   * @param limited false: the house has no collections, and every card can be used
   * @param cards by id; basic energy is not listed: everybody has enough of it
   */
  record Owned(boolean limited, List<DeckList.Entry> cards) {
    public Owned {
      cards = List.copyOf(cards);
    }
  }
}
