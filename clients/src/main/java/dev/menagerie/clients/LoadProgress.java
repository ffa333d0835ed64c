package dev.menagerie.clients;

import dev.menagerie.clients.load.Load;
import dev.menagerie.clients.load.LoadPlan;
import dev.menagerie.clients.load.LoadReport;
import java.time.Duration;
import java.util.Locale;

/**
 * Prints the progress of a load on the error stream: one line that is redrawn on a terminal, a few
 * lines elsewhere.
 */
final class LoadProgress implements Load.Progress {
  /** Where lines stay, they are few. */
  private static final int QUIET_SECONDS = 10;

  private static final int QUIET_SIGN_INS = 500;

  private final LoadPlan plan;
  private final boolean redraws;

  @SuppressWarnings("SystemConsoleNull") // the null checker does not know that it is never null
  LoadProgress(LoadPlan plan) {
    this.plan = plan;
    var console = System.console();
    this.redraws = console != null && console.isTerminal();
  }

  @Override
  public void signedIn(int players, int all) {
    print(players == all, players % QUIET_SIGN_INS == 0, "signing in %d/%d", players, all);
  }

  @Override
  public void played(Duration elapsed, boolean counted, long actions, long failures) {
    var length = counted ? plan.measured() : plan.warmUp();
    print(
        elapsed.equals(length),
        elapsed.toSeconds() % QUIET_SECONDS == 0,
        "%s %d/%d s, %d actions/s, %d errors",
        counted ? "measuring" : "warming up",
        elapsed.toSeconds(),
        length.toSeconds(),
        actions,
        failures);
  }

  @Override
  public void measured(LoadReport step) {
    System.err.printf(
        Locale.ROOT,
        "%.0f actions/s due: %.0f/s done, p50 %.1f ms, p99 %.1f ms, %d errors%n",
        step.duePerSecond().orElseThrow(),
        step.actionsPerSecond(),
        step.acknowledged().p50(),
        step.acknowledged().p99(),
        step.failures());
  }

  private void print(boolean last, boolean worthALine, String format, Object... arguments) {
    if (redraws) {
      System.err.printf(Locale.ROOT, "\r" + format + "   " + (last ? "%n" : ""), arguments);
    } else if (last || worthALine) {
      System.err.printf(Locale.ROOT, format + "%n", arguments);
    }
  }
}
