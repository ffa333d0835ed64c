package dev.menagerie.rules.state;

import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.GameCards;
import dev.menagerie.rules.config.RulesConfig;
import java.util.List;

/**
 * What never changes in a game: its rules, its cards, who brought which.
 *
 * @param definitions number of the card of every instance both players brought: first player's
 *     deck, their energy deck, second player's deck, their energy deck
 * @param ends where each of these four ends
 * @param energyTypes what each player's energy zone makes
 * @param commitment SHA-256 of the seed, in hexadecimal
 * @param idKey what the viewers' names for cards are made with; a secret
 */
public record GameDefinition(
    RulesConfig rules,
    GameCards cards,
    List<Integer> definitions,
    List<Integer> ends,
    List<List<EnergyType>> energyTypes,
    String commitment,
    IdKey idKey) {
  public GameDefinition {
    definitions = Ints.list(Ints.array(definitions));
    ends = List.copyOf(ends);
    energyTypes = List.copyOf(energyTypes);
  }

  /** A key of 128 bits. */
  public record IdKey(long high, long low) {
    @Override
    public String toString() {
      return "IdKey[secret]";
    }
  }

  int firstOf(int seat) {
    return seat == 0 ? 0 : ends.get(1);
  }

  int deckEnd(int seat) {
    return ends.get(seat * 2);
  }

  int energyDeckEnd(int seat) {
    return ends.get(seat * 2 + 1);
  }
}
