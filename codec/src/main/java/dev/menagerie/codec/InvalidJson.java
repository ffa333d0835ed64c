package dev.menagerie.codec;

import java.util.List;
import java.util.stream.Collectors;

/** A document does not have the expected form; carries every problem found, at least one. */
public final class InvalidJson extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<JsonProblem> problems;

  /** Refuses a text for these problems, in the order of the text; there is at least one. */
  public InvalidJson(List<JsonProblem> problems) {
    super(problems.stream().map(JsonProblem::toString).collect(Collectors.joining("; ")));
    if (problems.isEmpty()) throw new IllegalArgumentException("an invalid document has a problem");
    this.problems = List.copyOf(problems);
  }

  static InvalidJson at(String path, String message) {
    return new InvalidJson(List.of(new JsonProblem(path, message)));
  }

  /** All problems, in document order. */
  public List<JsonProblem> problems() {
    return problems;
  }
}
