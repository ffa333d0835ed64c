package dev.menagerie.server.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The report of a run, as a table in Markdown; printed, and kept under {@code target/chaos}. */
final class ChaosReport {
  /** Where reports and logs are kept. */
  static final Path KEPT = Path.of("target", "chaos");

  private final long seed;
  private final List<String> rows = new ArrayList<>();
  private final List<Duration> waits = new ArrayList<>();

  ChaosReport(long seed) {
    this.seed = seed;
  }

  /**
   * A fault that was survived.
   *
   * @param lasted until it was mended
   * @param again from then until every pair had an answer
   * @param longest for each pair its longest wait for an answer during the fault
   */
  void add(Fault fault, Duration lasted, Duration again, List<Duration> longest) {
    waits.addAll(longest);
    var row =
        String.format(
            Locale.ROOT,
            "| %d | %s | %s | %s | %s |",
            rows.size() + 1,
            fault.text(),
            seconds(lasted),
            seconds(again),
            seconds(Collections.max(longest)));
    System.out.println(row);
    rows.add(row);
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1_000.0);
  }

  /** The percentile of all pairs' longest waits. */
  private String within(int ofHundred) {
    var sorted = waits.stream().sorted().toList();
    return seconds(sorted.get((sorted.size() - 1) * ofHundred / 100));
  }

  private String waited() {
    if (waits.isEmpty()) return "No fault struck.";
    return "Each pair's longest wait at each fault: half within "
        + within(50)
        + ", 99 of 100 within "
        + within(99)
        + ", all within "
        + within(100)
        + ".";
  }

  void write(String summary) throws IOException {
    var lines = new ArrayList<String>();
    lines.add("# Faults under load, seed " + seed);
    lines.add("");
    lines.add("| | fault | lasted | all play again after | longest wait for an answer |");
    lines.add("|---|---|---|---|---|");
    lines.addAll(rows);
    lines.add("");
    lines.add(waited());
    lines.add("Audited: " + summary + ".");
    var file = KEPT.resolve("report-" + seed + ".md");
    Files.createDirectories(KEPT);
    Files.write(file, lines);
    System.out.println(waited());
    System.out.println("Audited: " + summary + "; the report is " + file.toAbsolutePath());
  }
}
