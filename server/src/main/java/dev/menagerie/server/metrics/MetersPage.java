package dev.menagerie.server.metrics;

import java.util.stream.Collectors;

/** The page of all metrics in the docs, written from the meters themselves. */
public final class MetersPage {
  private static final String HEAD =
      """
      # Metrics

      <!-- Generated. To write it again: ./mvnw -pl server -am test -Dtest=MetersPageTest
           -Dsurefire.failIfNoSpecifiedTests=false -Dtests.jvm=-Ddocs.write=true -->

      `--management-port` serves these at `/metrics`, in the text format of Prometheus or, to those
      that ask for it, of OpenMetrics. [Monitoring](monitoring.md#the-management-port) says who may
      read them. Each node counts for itself, but for `menagerie_games`, which is the same on all.
      Labels have values from the code and the protocol only: no ids, no names, no secrets.

      A `histogram` has `_bucket`, `_sum` and `_count`; a `summary` the last two and `_max`.
      Beside these there are Micrometer's `jvm_…`, `process_…` and `system_…` (memory, garbage
      collection, threads, processors, open files) and the pool's `hikaricp_…` (use of the
      connections to Postgres). `deploy/prometheus` has alert rules, `deploy/grafana` a dashboard.

      | metric | type | labels | counts |
      |---|---|---|---|
      """;

  private MetersPage() {}

  /** The page as Markdown. */
  public static String markdown() {
    return HEAD + Meters.all().map(MetersPage::row).collect(Collectors.joining());
  }

  private static String row(Meters meter) {
    var labels =
        meter.labels().stream().map(label -> "`" + label + "`").collect(Collectors.joining(", "));
    return "| `"
        + meter.exposed()
        + "` | "
        + meter.type()
        + " | "
        + labels
        + " | "
        + meter.description()
        + " |\n";
  }
}
