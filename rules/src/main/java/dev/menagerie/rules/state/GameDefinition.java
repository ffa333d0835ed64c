package dev.menagerie.rules.state;

import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.GameCards;
import dev.menagerie.rules.config.RulesConfig;
import java.util.List;

/**
 * The fixed part of a game: its rules, cards and decks.
 *
 * @param definitions the card number of every instance that the players brought: first player's
 *     deck, their energy deck, second player's deck, their energy deck
 * @param ends the end of each of these four
 * @param energyTypes the types of each player's energy zone
 * @param commitment SHA-256 of the seed, in hexadecimal
 * @param ids the names by which viewers know card instances
 */
public record GameDefinition(
    RulesConfig rules,
    GameCards cards,
    List<Integer> definitions,
    List<Integer> ends,
    List<List<EnergyType>> energyTypes,
    String commitment,
    CardIds ids) {
  public GameDefinition {
    definitions = Ints.list(Ints.array(definitions));
    ends = List.copyOf(ends);
    energyTypes = List.copyOf(energyTypes);
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
