package dev.menagerie.server.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What happened in a simulation, in order, for people and to compare two runs. */
final class Trace {
  private final List<String> lines = new ArrayList<>();

  void add(long nanos, String what) {
    lines.add(String.format(Locale.ROOT, "%10.3f ms  %s", nanos / 1e6, what));
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public String toString() {
    return String.join("\n", lines);
  }
}
