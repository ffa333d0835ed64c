package dev.menagerie.rules.state;

import dev.menagerie.rules.config.RulesConfig;
import java.util.List;

/**
 * A whole game in a form that can be stored: a few long rows instead of many small objects. Holds
 * everything hidden, the key of the viewers' ids included.
 *
 * @param format changes when the rows mean something else
 * @param numbers everything that is a number, in an order only {@link SnapshotReader} knows
 * @param words the names that belong to them
 */
public record Snapshot(
    int format,
    String cardsVersion,
    RulesConfig rules,
    String seedCommitment,
    String idKey,
    List<Integer> numbers,
    List<String> words) {
  static final int FORMAT = 1;

  @Override
  public String toString() {
    return "Snapshot[" + numbers.size() + " numbers]";
  }
}
