package dev.menagerie.server.commandline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The results of an examination. */
final class Findings {
  private final List<Finding> all = new ArrayList<>();

  /** How bad a finding is. */
  enum Level {
    OK,
    WARNING,
    ERROR
  }

  /**
   * One thing that was looked at.
   *
   * @param remedy what to do; empty when all is well
   */
  record Finding(Level level, String what, String remedy) {
    String text() {
      var line = String.format(Locale.ROOT, "%-8s%s", level.name().toLowerCase(Locale.ROOT), what);
      return remedy.isEmpty() ? line : line + "\n        -> " + remedy;
    }
  }

  void ok(String what) {
    all.add(new Finding(Level.OK, what, ""));
  }

  void warning(String what, String remedy) {
    all.add(new Finding(Level.WARNING, what, remedy));
  }

  void error(String what, String remedy) {
    all.add(new Finding(Level.ERROR, what, remedy));
  }

  List<Finding> all() {
    return List.copyOf(all);
  }

  boolean hasErrors() {
    return all.stream().anyMatch(finding -> finding.level() == Level.ERROR);
  }
}
