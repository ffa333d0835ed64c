package dev.menagerie.clients;

import dev.menagerie.clients.load.LoadPlan;
import dev.menagerie.clients.load.LoadPlan.Pace;
import dev.menagerie.clients.load.LoadReport;
import dev.menagerie.clients.load.LoadSteps;
import java.util.Locale;

/** Prints the reports of a load for people. */
final class LoadText {
  private LoadText() {}

  static void print(LoadPlan plan, LoadReport report) {
    header(plan);
    line(
        "actions     %d in %.1f s, %.0f/s",
        report.actions(), report.seconds(), report.actionsPerSecond());
    line("acknowledged  %s", delay(report.acknowledged()));
    line("opponent told %s", delay(report.opponentTold()));
    line("bytes       %.0f an action, to both players together", report.bytesPerAction());
    line("finished    %d games", report.gamesFinished());
    if (report.serverMicrosPerAction().isPresent()) {
      line(
          "server      %.1f µs of processor time an action, %.0f actions per processor second",
          report.serverMicrosPerAction().get(), report.actionsPerServerSecond().orElse(0.0));
    }
    line("errors      %d", report.failures());
    report.errors().forEach((what, count) -> line("  %-20s %d", what, count));
  }

  static void print(LoadSteps steps, LoadPlan plan) {
    header(plan);
    line("     due/s    done/s   p50 ms   p99 ms  p999 ms   max ms  server µs  errors");
    for (var step : steps.steps()) {
      line(
          "%10.0f%10.0f%9.1f%9.1f%9.1f%9.1f%11s%8d",
          step.duePerSecond().orElseThrow(),
          step.actionsPerSecond(),
          step.acknowledged().p50(),
          step.acknowledged().p99(),
          step.acknowledged().p999(),
          step.acknowledged().max(),
          step.serverMicrosPerAction()
              .map(micros -> String.format(Locale.ROOT, "%.0f", micros))
              .orElse("-"),
          step.failures());
      step.errors().forEach((what, count) -> line("%10s  %-40s %d", "", what, count));
    }
    line("%s", knee(steps));
  }

  private static String knee(LoadSteps steps) {
    return steps
        .knee()
        .map(rate ->
            String.format(
                Locale.ROOT,
                "the server keeps up with %s%.0f actions/s",
                steps.isReached() ? "" : "at least ",
                rate))
        .orElse("the server does not keep up with the lowest rate");
  }

  private static void header(LoadPlan plan) {
    line(
        "%d games, %d sockets, %d processes, %s rules, %s%s, %s, seed %d",
        plan.games(),
        2 * plan.games(),
        plan.processes(),
        plan.rules(),
        plan.sync().name().toLowerCase(Locale.ROOT),
        plan.compressed() ? " compressed" : "",
        switch (plan.pace()) {
          case Pace.Think(var mean) -> "think " + mean.toMillis() + " ms";
          case Pace.Arrivals arrivals ->
              "actions due at a rate, p99 at most " + arrivals.longest().toMillis() + " ms";
        },
        plan.seed());
  }

  private static String delay(LoadReport.Delay delay) {
    return String.format(
        Locale.ROOT,
        "p50 %.2f ms  p99 %.2f ms  p999 %.2f ms  max %.1f ms",
        delay.p50(),
        delay.p99(),
        delay.p999(),
        delay.max());
  }

  private static void line(String format, Object... arguments) {
    System.out.printf(Locale.ROOT, format + "%n", arguments);
  }
}
