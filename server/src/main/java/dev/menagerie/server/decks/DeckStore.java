package dev.menagerie.server.decks;

import dev.menagerie.server.game.UserId;
import java.util.List;
import java.util.Optional;

/** Where players' own decks are kept; every call sees and touches one user's decks only. */
public interface DeckStore {
  /** Keeps a new deck unless the user has {@code most} already; whether it did. */
  boolean add(UserId user, Deck deck, int most);

  /** Puts a deck in place of the one with its id; whether there was one. */
  boolean replace(UserId user, Deck deck);

  /** Deletes a deck; false if the user has no such deck. */
  boolean remove(UserId user, DeckId deck);

  /** A deck of the user; empty if the user has none of that id. */
  Optional<Deck> find(UserId user, DeckId deck);

  /** Decks in the order of their creation, after one of them or from the start. */
  List<Deck> list(UserId user, Optional<DeckId> after, int most);
}
