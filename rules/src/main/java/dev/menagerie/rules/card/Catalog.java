package dev.menagerie.rules.card;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All cards a game may use, checked and numbered. Immutable; games pin its version.
 *
 * <p>Definitions are sorted by id, and their number in that order is what a game's state holds.
 */
public final class Catalog {
  private final String version;
  private final List<CardDefinition> definitions;
  private final Map<String, Integer> numbers;

  private Catalog(String version, List<CardDefinition> definitions) {
    this.version = version;
    this.definitions = definitions;
    this.numbers = new HashMap<>();
    for (int i = 0; i < definitions.size(); i++) {
      numbers.put(definitions.get(i).id(), i);
    }
  }

  /**
   * A catalog of these definitions.
   *
   * @throws InvalidCatalog naming everything wrong with the definitions
   */
  public static Catalog of(String version, List<CardDefinition> definitions) {
    List<Problem> problems = CatalogCheck.problems(definitions);
    if (!problems.isEmpty()) {
      throw new InvalidCatalog(problems);
    }
    List<CardDefinition> sorted =
        definitions.stream().sorted((a, b) -> a.id().compareTo(b.id())).toList();
    return new Catalog(version, sorted);
  }

  /** Everything wrong with the definitions; paths begin with the card's place in the list. */
  public static List<Problem> problems(List<CardDefinition> definitions) {
    return CatalogCheck.problems(definitions);
  }

  public String version() {
    return version;
  }

  /** Sorted by id. */
  public List<CardDefinition> definitions() {
    return definitions;
  }

  public Optional<CardDefinition> find(String id) {
    Integer number = numbers.get(id);
    return number == null ? Optional.empty() : Optional.of(definitions.get(number));
  }

  public CardDefinition at(int number) {
    return definitions.get(number);
  }

  /** The number of a definition, or -1. */
  public int numberOf(String id) {
    return numbers.getOrDefault(id, -1);
  }
}
