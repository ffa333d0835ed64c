package dev.menagerie.rules.query;

import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import java.util.List;

/**
 * The context in which a question of a card's text is answered: the controller, the card, its
 * Pokémon, and what its program has kept so far.
 */
public interface Context {
  /** The player who controls the card. */
  Seat seat();

  /** The serial of the Pokémon that has the text or holds the card, or -1. */
  int self();

  /** The instance of the card the text is on, or -1. */
  int source();

  /** The serial of the second Pokémon of a trigger, such as the attacker, or -1. */
  int other();

  /** The values stored under a name; empty if there are none. */
  List<Integer> kept(String name);

  /** The number kept under a name, or 0. */
  default int number(String name) {
    List<Integer> values = kept(name);
    return values.isEmpty() ? 0 : values.getFirst();
  }

  /** Whether this is the Pokémon that has the text. */
  default boolean isSelf(Pokemon pokemon) {
    return pokemon.serial() == self();
  }

  /** A context in which nothing has been kept. */
  static Context of(Seat seat, int self, int source) {
    return new Fixed(seat, self, source);
  }

  /** See {@link #of}. */
  record Fixed(Seat seat, int self, int source) implements Context {
    @Override
    public int other() {
      return -1;
    }

    @Override
    public List<Integer> kept(String name) {
      return List.of();
    }
  }
}
