package dev.menagerie.codec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a reader stands, and what it has found wrong so far. */
record Reading(String path, List<Problem> problems) {
  /** Past this many the rest says nothing new. */
  private static final int MAX_PROBLEMS = 100;

  Reading member(String name) {
    return new Reading(path + "." + name, problems);
  }

  Reading element(int index) {
    return new Reading(path + "[" + index + "]", problems);
  }

  @Nullable Object refuse(String message) {
    if (problems.size() < MAX_PROBLEMS) problems.add(new Problem(path, message));
    return null;
  }
}
