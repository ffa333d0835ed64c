package dev.menagerie.rules.state;

import dev.menagerie.rules.card.GameCards;
import dev.menagerie.rules.config.RulesConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole game in a form that can be stored: a few long rows instead of many small objects. Holds
 * everything hidden, the key of the viewers' ids included.
 *
 * @param format changes when the rows mean something else
 * @param cardsVersion of the catalog it was written with; for people
 * @param cards ids of the game's cards, in the order of the numbers they have in the rows
 * @param prints what each of them said when the game began
 * @param numbers everything that is a number, in an order only {@link SnapshotReader} knows
 * @param words the names that belong to them
 */
public record Snapshot(
    int format,
    String cardsVersion,
    List<String> cards,
    List<String> prints,
    RulesConfig rules,
    String seedCommitment,
    String idKey,
    List<Integer> numbers,
    List<String> words) {
  static final int FORMAT = 3;

  /** Of builds whose Pokémon had no strengths of conditions; still read. */
  static final int FORMER_FORMAT = 2;

  /** The cards with which the game was begun, for replaying it from its start. */
  public List<GameCards.Printed> begunWith() {
    if (cards.size() != prints.size()) {
      throw new SnapshotMismatch(cards.size() + " cards, " + prints.size() + " prints");
    }
    List<GameCards.Printed> printed = new ArrayList<>(cards.size());
    for (int i = 0; i < cards.size(); i++) {
      printed.add(new GameCards.Printed(cards.get(i), prints.get(i)));
    }
    return List.copyOf(printed);
  }

  @Override
  public String toString() {
    return "Snapshot[" + numbers.size() + " numbers]";
  }
}
