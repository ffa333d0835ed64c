package dev.menagerie.server.settings;

import java.util.ArrayList;
import java.util.List;

/** Collects problems, so that all of them are reported at once. */
final class SettingProblems {
  private final List<String> all = new ArrayList<>();

  void add(String problem) {
    all.add(problem);
  }

  void unless(boolean holds, String otherwise) {
    if (!holds) all.add(otherwise);
  }

  /**
   * Adds the message of a check that refuses its argument.
   *
   * @param prefix names the setting
   */
  void ifRefused(Runnable check, String prefix) {
    try {
      check.run();
    } catch (IllegalArgumentException | CommandFailure refused) {
      all.add(prefix + refused.getMessage());
    }
  }

  List<String> all() {
    return List.copyOf(all);
  }
}
