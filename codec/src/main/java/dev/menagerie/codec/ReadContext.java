package dev.menagerie.codec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a reader stands, and what it has found wrong so far. */
record ReadContext(String path, List<JsonProblem> problems) {
  /** Past this many the rest says nothing new. */
  private static final int MAX_PROBLEMS = 100;

  ReadContext member(String name) {
    return new ReadContext(path + "." + name, problems);
  }

  ReadContext element(int index) {
    return new ReadContext(path + "[" + index + "]", problems);
  }

  @Nullable Object refuse(String message) {
    if (problems.size() < MAX_PROBLEMS) problems.add(new JsonProblem(path, message));
    return null;
  }
}
