package dev.menagerie.clients.load;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** A load as one HTML page with tables and plots; it loads nothing from elsewhere. */
public final class LoadPage {
  private static final String STYLE =
      """
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
      table { border-collapse: collapse } td, th { padding: .2rem .8rem; text-align: right }
      th { border-bottom: 1px solid currentColor } svg { width: 100%; height: auto }
      :root { color-scheme: light dark }
      """;

  private LoadPage() {}

  /** The page of a load. */
  public static String of(LoadPlan plan, List<LoadReport> steps) {
    return String.format(
        Locale.ROOT,
        """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>Load of %s</title>
        <style>%s</style>
        <h1>Load of %1$s</h1>
        <p>%s: %d games, %d sockets, %d processes, rules %s, %s%s, seed %d.</p>
        %s
        %s
        </html>
        """,
        escaped(plan.origin().toString()),
        STYLE,
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        plan.games(),
        2 * plan.games(),
        plan.processes(),
        escaped(plan.rules()),
        plan.sync().name().toLowerCase(Locale.ROOT),
        plan.compressed() ? " compressed" : "",
        plan.seed(),
        table(steps),
        plots(steps));
  }

  private static String table(List<LoadReport> steps) {
    var rows = new StringBuilder();
    for (var step : steps) {
      var cells = new ArrayList<String>();
      cells.add(step.duePerSecond().map(rate -> number("%.0f", rate)).orElse("–"));
      cells.add(number("%.0f", step.actionsPerSecond()));
      for (double millis : percentiles(step.acknowledged())) cells.add(number("%.1f", millis));
      cells.add(number("%.1f", step.opponentTold().p99()));
      cells.add(number("%.0f", step.bytesPerAction()));
      cells.add(step.serverMicrosPerAction().map(micros -> number("%.0f", micros)).orElse("–"));
      cells.add(errors(step));
      rows.append("<tr><td>").append(String.join("<td>", cells)).append('\n');
    }
    return """
    <h2>Steps</h2>
    <table>
    <tr><th>due/s<th>done/s<th>p50 ms<th>p90 ms<th>p99 ms<th>p999 ms<th>max ms<th>opponent p99 ms\
    <th>bytes<th>server µs<th>errors
    %s</table>
    <p>Delays from the moment an action was due, or sent, to its acknowledgement; bytes to both players and
    processor time of the server for each action.</p>
    """
        .formatted(rows);
  }

  private static String errors(LoadReport step) {
    var kinds = new ArrayList<String>();
    step.errors().forEach((what, count) -> kinds.add(escaped(what) + " " + count));
    return kinds.isEmpty() ? "0" : String.join(", ", kinds);
  }

  private static String plots(List<LoadReport> steps) {
    var percentiles = new ArrayList<LinePlot.Line>();
    for (var step : steps) {
      var points = new ArrayList<LinePlot.Point>();
      var values = percentiles(step.acknowledged());
      for (int i = 0; i < values.size(); i++) points.add(new LinePlot.Point(i, values.get(i)));
      var name = step.duePerSecond().map(rate -> number("%.0f/s", rate)).orElse("acknowledged");
      percentiles.add(new LinePlot.Line(name, points));
    }
    var byPercentile =
        new LinePlot(
            "Acknowledgement by percentile, ms",
            Optional.of(List.of("p50", "p90", "p99", "p999", "max")),
            percentiles);
    if (steps.size() < 2) return byPercentile.svg();
    var byRate =
        new LinePlot(
            "Acknowledgement by rate due, ms",
            Optional.empty(),
            List.of(
                line("p50", steps, step -> step.acknowledged().p50()),
                line("p99", steps, step -> step.acknowledged().p99())));
    var done =
        new LinePlot(
            "Actions done a second by rate due",
            Optional.empty(),
            List.of(line("done", steps, LoadReport::actionsPerSecond)));
    return byRate.svg() + done.svg() + byPercentile.svg();
  }

  private static LinePlot.Line line(
      String name, List<LoadReport> steps, ToDoubleFunction<LoadReport> value) {
    return new LinePlot.Line(
        name,
        steps.stream()
            .map(step ->
                new LinePlot.Point(step.duePerSecond().orElse(0.0), value.applyAsDouble(step)))
            .toList());
  }

  private static List<Double> percentiles(LoadReport.Delay delay) {
    return List.of(delay.p50(), delay.p90(), delay.p99(), delay.p999(), delay.max());
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
