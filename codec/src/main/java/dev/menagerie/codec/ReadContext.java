package dev.menagerie.codec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reader's path and the problems found so far. */
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
