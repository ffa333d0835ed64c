package dev.menagerie.cards.house;

import dev.menagerie.rules.card.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown for house rules that cannot be played; carries every reason. */
public final class InvalidRules extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<Problem> problems;

  /** Rules that break bounds or contradict each other. */
  public InvalidRules(List<Problem> problems) {
    super(
        problems.stream().map(p -> p.path() + " " + p.message()).collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  /** Every problem of the rules. */
  public List<Problem> problems() {
    return problems;
  }
}
