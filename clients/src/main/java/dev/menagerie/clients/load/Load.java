package dev.menagerie.clients.load;

import dev.menagerie.clients.load.LoadPlan.Pace;
import dev.menagerie.clients.wire.RestClient.CallFailed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntConsumer;

/** Many games at once against a server, counted. */
public final class Load {
  private static final Duration TICK = Duration.ofSeconds(1);

  /** Steps after the first begin to count after at most this time. */
  private static final Duration SETTLE = Duration.ofSeconds(3);

  private final LoadPlan plan;
  private final Class<?> mainClass;
  private final Progress progress;

  /** Receives the progress of a load, on threads of the load. */
  public interface Progress {
    /** That many players have signed in. */
    void signedIn(int players, int all);

    /** Called at intervals with the elapsed time and the actions since the last call. */
    void played(Duration elapsed, boolean counted, long actions, long failures);

    /** A step has been measured; called only for a load with rates. */
    default void measured(LoadReport step) {}
  }

  /**
   * Prepares a load; {@link #run} starts it.
   *
   * @param mainClass whose command {@code load --worker} runs a {@link GeneratorWorker}; used if
   *     the plan has several processes
   */
  public Load(LoadPlan plan, Class<?> mainClass, Progress progress) {
    this.plan = plan;
    this.mainClass = mainClass;
    this.progress = progress;
  }

  /**
   * Runs it and waits for the end.
   *
   * @return a report for each step; the only one of a load without rates
   * @throws CallFailed if the players cannot sign in
   * @throws GeneratorFailed if the players of another process cannot
   */
  public List<LoadReport> run() throws InterruptedException {
    try (var generators = new GeneratorGroup(generators())) {
      generators.open();
      return switch (plan.pace()) {
        case Pace.Think _ -> List.of(measure(generators, Optional.empty(), plan.warmUp()));
        case Pace.Arrivals arrivals -> steps(generators, arrivals);
      };
    }
  }

  private List<Generator> generators() {
    var signedIn = new AtomicIntegerArray(plan.processes());
    var generators = new ArrayList<Generator>();
    for (int i = 0; i < plan.processes(); i++) {
      int index = i;
      IntConsumer counted =
          players -> {
            signedIn.set(index, players);
            progress.signedIn(sum(signedIn), 2 * plan.games());
          };
      var part = plan.part(i);
      generators.add(
          i == 0
              ? new LocalGenerator(part, counted)
              : new ProcessGenerator(part, mainClass, counted));
    }
    return generators;
  }

  private static int sum(AtomicIntegerArray counts) {
    int sum = 0;
    for (int i = 0; i < counts.length(); i++) sum += counts.get(i);
    return sum;
  }

  private List<LoadReport> steps(Generator generators, Pace.Arrivals arrivals)
      throws InterruptedException {
    var reports = new ArrayList<LoadReport>();
    var settle = plan.warmUp();
    for (double rate : arrivals.steps()) {
      generators.rate(rate);
      var report = measure(generators, Optional.of(rate), settle);
      reports.add(report);
      progress.measured(report);
      if (!report.keepsUp(arrivals.longest())) break;
      settle = settle.compareTo(SETTLE) < 0 ? settle : SETTLE;
    }
    return reports;
  }

  private LoadReport measure(Generator generators, Optional<Double> rate, Duration settle)
      throws InterruptedException {
    watch(generators, settle, false);
    generators.clear();
    long start = System.nanoTime();
    var used = ProcessorTime.seconds(plan.serverProcess());
    watch(generators, plan.measured(), true);
    var after = ProcessorTime.seconds(plan.serverProcess());
    double seconds = (System.nanoTime() - start) / 1e9;
    return LoadReport.of(plan, rate, generators.snapshot(), seconds, difference(used, after));
  }

  private static Optional<Double> difference(OptionalDouble before, OptionalDouble after) {
    return before.isPresent() && after.isPresent()
        ? Optional.of(after.getAsDouble() - before.getAsDouble())
        : Optional.empty();
  }

  private void watch(Generator generators, Duration length, boolean counted)
      throws InterruptedException {
    long seen = 0;
    for (var elapsed = Duration.ZERO; elapsed.compareTo(length) < 0; ) {
      var left = length.minus(elapsed);
      var step = left.compareTo(TICK) < 0 ? left : TICK;
      TimeUnit.NANOSECONDS.sleep(step.toNanos());
      elapsed = elapsed.plus(step);
      var now = generators.snapshot();
      progress.played(elapsed, counted, now.actions() - seen, now.failures());
      seen = now.actions();
    }
  }
}
