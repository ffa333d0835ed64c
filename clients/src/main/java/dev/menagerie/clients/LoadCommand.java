package dev.menagerie.clients;

import dev.menagerie.clients.load.GeneratorFailed;
import dev.menagerie.clients.load.GeneratorWorker;
import dev.menagerie.clients.load.Load;
import dev.menagerie.clients.load.LoadPage;
import dev.menagerie.clients.load.LoadPlan;
import dev.menagerie.clients.load.LoadPlan.Pace;
import dev.menagerie.clients.load.LoadPlan.Sync;
import dev.menagerie.clients.load.LoadReport;
import dev.menagerie.clients.load.LoadSteps;
import dev.menagerie.clients.wire.RestClient.CallFailed;
import dev.menagerie.codec.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
      "Players act by themselves, each when the last action is answered (--think), or at a rate",
      "that does not wait for the server (--rate, --ramp): then a delay counts from the moment the",
      "action was due. A ramp ends at the first rate that the server does not keep up with.",
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

  private static final int MOST_RATE = 1_000_000;

  private static final int MOST_STEPS = 100;

  private static final int MOST_PROCESSES = 64;

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
      names = "--rate",
      paramLabel = "N",
      description = "Actions a second over all games, due at random moments")
  @Nullable Double rate;

  @Option(
      names = "--ramp",
      paramLabel = "FROM:TO:STEP",
      description = "Rates measured one after the other, each for --seconds, such as 200:2000:200")
  @Nullable String ramp;

  @Option(
      names = "--p99-limit",
      paramLabel = "MS",
      defaultValue = "100",
      description =
          "A rate with slower acknowledgements at the 99th percentile ends a ramp. Default:"
              + " ${DEFAULT-VALUE}")
  int p99Limit;

  @Option(
      names = "--processes",
      defaultValue = "1",
      description = "Processes that play the games. Default: ${DEFAULT-VALUE}")
  int processes;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write a page with tables and plots (HTML)")
  @Nullable Path report;

  @Option(names = "--worker", hidden = true)
  boolean worker;

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
    if (worker) return work(plan);
    try {
      var steps = new Load(plan, Clients.class, new LoadProgress(plan)).run();
      if (report != null) Files.writeString(report, LoadPage.of(plan, steps));
      print(plan, steps);
      boolean hasFailed = steps.getFirst().failures() > 0 || steps.getFirst().actions() == 0;
      return hasFailed ? 1 : 0;
    } catch (CallFailed | GeneratorFailed e) {
      throw CommandFailure.failed("the load failed: " + e.getMessage());
    } catch (IOException e) {
      throw CommandFailure.failed("cannot write " + report + ": " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw CommandFailure.badUse(String.valueOf(e.getMessage()));
    }
  }

  private static int work(LoadPlan plan) throws InterruptedException {
    try {
      var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      GeneratorWorker.run(plan, in, System.out);
      return 0;
    } catch (IOException e) {
      return 1; // the load's first process is gone
    }
  }

  private LoadPlan plan() {
    require(
        url.matches("https?://[^/?#\\s]+/?"),
        "--url must be an origin such as http://127.0.0.1:8080");
    require(games >= 1 && games <= MOST_GAMES, "--games must be from 1 to " + MOST_GAMES);
    require(seconds >= 1 && seconds <= MOST_SECONDS, "--seconds must be from 1 to " + MOST_SECONDS);
    require(warmUp >= 0 && warmUp <= MOST_SECONDS, "--warm-up must be from 0 to " + MOST_SECONDS);
    require(
        processes >= 1 && processes <= Math.min(MOST_PROCESSES, games),
        "--processes must be from 1 to " + MOST_PROCESSES + ", at most one a game");
    require(p99Limit >= 1, "--p99-limit must be at least 1");
    require(think >= 0 && think <= MOST_THINK, "--think must be from 0 to " + MOST_THINK);
    return new LoadPlan(
        URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url),
        games,
        Duration.ofSeconds(warmUp),
        Duration.ofSeconds(seconds),
        pace(),
        rules,
        sync,
        compress,
        seed,
        processes,
        pid == null ? OptionalLong.empty() : OptionalLong.of(pid));
  }

  private Pace pace() {
    require(rate == null || ramp == null, "give --rate or --ramp");
    var limit = Duration.ofMillis(p99Limit);
    if (ramp != null) return new Pace.Arrivals(ramp(ramp), limit);
    if (rate == null) return new Pace.Think(Duration.ofMillis(think));
    require(rate > 0 && rate <= MOST_RATE, "--rate must be above 0, at most " + MOST_RATE);
    return new Pace.Arrivals(List.of(rate), limit);
  }

  private static List<Double> ramp(String text) {
    require(
        text.matches("\\d{1,6}:\\d{1,6}:\\d{1,6}"),
        "--ramp must be FROM:TO:STEP, such as 200:2000:200");
    var parts = Stream.of(text.split(":", -1)).map(Integer::valueOf).toList();
    int from = parts.get(0);
    int to = parts.get(1);
    int step = parts.get(2);
    require(
        from > 0 && to >= from && to <= MOST_RATE && step > 0 && (to - from) / step < MOST_STEPS,
        "--ramp must rise in at most " + MOST_STEPS + " steps, up to " + MOST_RATE);
    return IntStream.iterate(from, rate -> rate <= to, rate -> rate + step)
        .mapToObj(Double::valueOf)
        .toList();
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) throw CommandFailure.badUse(otherwise);
  }

  private void print(LoadPlan plan, List<LoadReport> steps) {
    boolean hasRates = plan.pace() instanceof Pace.Arrivals;
    if (json)
      System.out.println(Json.text(hasRates ? LoadSteps.of(plan, steps) : steps.getFirst()));
    else if (hasRates) LoadText.print(LoadSteps.of(plan, steps), plan);
    else LoadText.print(plan, steps.getFirst());
  }
}
