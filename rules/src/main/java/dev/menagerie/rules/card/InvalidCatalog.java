package dev.menagerie.rules.card;

import java.util.List;

/** Thrown for definitions that cannot be played with; names everything wrong with them at once. */
public final class InvalidCatalog extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  InvalidCatalog(List<Problem> problems) {
    super(problems.size() + " problems, the first: " + problems.getFirst());
    this.problems = List.copyOf(problems);
  }

  /** Every problem found, in the order of the cards. */
  public List<Problem> problems() {
    return problems;
  }
}
