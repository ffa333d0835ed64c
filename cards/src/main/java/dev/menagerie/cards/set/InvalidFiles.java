package dev.menagerie.cards.set;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown for files that cannot be played with; names everything wrong with them at once. */
public final class InvalidFiles extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<FileProblem> problems;

  /** Files with problems; none of them is used. */
  public InvalidFiles(List<FileProblem> problems) {
    super(problems.stream().map(FileProblem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** Every problem of the files, in the order of the files. */
  public List<FileProblem> problems() {
    return problems;
  }
}
