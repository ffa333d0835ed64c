package dev.menagerie.clients;

import dev.menagerie.clients.load.Load;
import dev.menagerie.clients.load.LoadPlan;
import dev.menagerie.clients.load.LoadPlan.Sync;
import dev.menagerie.clients.load.LoadReport;
import dev.menagerie.clients.wire.RestClient.CallFailed;
import dev.menagerie.codec.Json;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays many games at once against a running server and prints what that took. */
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    description = {
      "Plays many games at once through real sockets against a running server: actions per second,",
      "delays of acknowledgements and of the opponent's news, errors, bytes per action.",
      "The server limits guest sign-ins of one address: start it with --guests-per-minute 100000."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      " 0:all went well",
      " 1:the server could not be used, or there were errors",
      " 2:bad options"
    })
final class LoadCommand implements Callable<Integer> {
  private static final int MOST_GAMES = 20_000;

  /** The players' tokens are good for an hour. */
  private static final int MOST_SECONDS = 3_400;

  private static final int MOST_THINK = 60_000;

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8080",
      description = "The server. Default: ${DEFAULT-VALUE}")
  String url = "";

  @Option(
      names = "--games",
      defaultValue = "100",
      description = "How many at once, two sockets each. Default: ${DEFAULT-VALUE}")
  int games;

  @Option(
      names = "--seconds",
      defaultValue = "30",
      description = "How long it is measured. Default: ${DEFAULT-VALUE}")
  int seconds;

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = "How long it is played before that. Default: ${DEFAULT-VALUE}")
  int warmUp;

  @Option(
      names = "--think",
      paramLabel = "MS",
      defaultValue = "0",
      description =
          "How long a player waits before an action, in the mean. Default: ${DEFAULT-VALUE}")
  int think;

  @Option(
      names = "--rules",
      defaultValue = "standard",
      description = "The preset to play. Default: ${DEFAULT-VALUE}")
  String rules = "";

  @Option(
      names = "--sync",
      defaultValue = "delta",
      description =
          "How players receive commits: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
  Sync sync = Sync.DELTA;

  @Option(
      names = "--compress",
      description = "Ask the server to compress; it does if it runs with --socket-compression")
  boolean compress;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "What the players' choices come from. Default: ${DEFAULT-VALUE}")
  long seed;

  @Option(
      names = "--pid",
      description = "The server's process on this machine: its processor time is reported, too")
  @Nullable Long pid;

  @Option(names = "--json", description = "Print the report as one JSON object")
  boolean json;

  @Override
  public Integer call() throws InterruptedException {
    var plan = plan();
    try {
      var report = new Load(plan, new LoadProgress(plan)).run();
      if (json) System.out.println(Json.text(report));
      else print(plan, report);
      return report.failures() == 0 && report.actions() > 0 ? 0 : 1;
    } catch (CallFailed e) {
      throw CommandFailure.failed("the load failed: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw CommandFailure.badUse(String.valueOf(e.getMessage()));
    }
  }

  private LoadPlan plan() {
    require(
        url.matches("https?://[^/?#\\s]+/?"),
        "--url must be an origin such as http://127.0.0.1:8080");
    require(games >= 1 && games <= MOST_GAMES, "--games must be from 1 to " + MOST_GAMES);
    require(seconds >= 1 && seconds <= MOST_SECONDS, "--seconds must be from 1 to " + MOST_SECONDS);
    require(warmUp >= 0 && warmUp <= MOST_SECONDS, "--warm-up must be from 0 to " + MOST_SECONDS);
    require(think >= 0 && think <= MOST_THINK, "--think must be from 0 to " + MOST_THINK);
    return new LoadPlan(
        URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url),
        games,
        Duration.ofSeconds(warmUp),
        Duration.ofSeconds(seconds),
        Duration.ofMillis(think),
        rules,
        sync,
        compress,
        seed,
        pid == null ? OptionalLong.empty() : OptionalLong.of(pid));
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) throw CommandFailure.badUse(otherwise);
  }

  private static void print(LoadPlan plan, LoadReport report) {
    line(
        "%d games, %d sockets, %s rules, %s%s, think %d ms, seed %d",
        report.games(),
        report.sockets(),
        plan.rules(),
        plan.sync().name().toLowerCase(Locale.ROOT),
        plan.compressed() ? " compressed" : "",
        plan.think().toMillis(),
        plan.seed());
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
