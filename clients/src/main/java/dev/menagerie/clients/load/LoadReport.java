package dev.menagerie.clients.load;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What a load, or one step of it, came to.
 *
 * @param duePerSecond actions a second that were due; empty: players acted by themselves
 * @param actions that took effect
 * @param waiting actions that were due at the end and had not been sent
 * @param acknowledged from sending an action, or from when it was due, to its reply
 * @param opponentTold from the same moment to the opponent's news of it
 * @param bytesPerAction received by both players together, packets of heartbeats included
 * @param gamesFinished of the games that came to their end
 * @param errors by what they were; empty when all went well
 * @param serverMicrosPerAction processor time of the server's process alone, if it could be read
 */
public record LoadReport(
    int games,
    int sockets,
    Optional<Double> duePerSecond,
    double seconds,
    long actions,
    long waiting,
    double actionsPerSecond,
    Delay acknowledged,
    Delay opponentTold,
    double bytesPerAction,
    long gamesFinished,
    Map<String, Long> errors,
    Optional<Double> serverMicrosPerAction,
    Optional<Double> actionsPerServerSecond) {
  public LoadReport {
    errors = Map.copyOf(errors);
  }

  /** Delays in milliseconds. */
  public record Delay(double p50, double p90, double p99, double p999, double max) {
    private static final double NANOS = 1e6;

    static Delay of(org.HdrHistogram.Histogram nanos) {
      return new Delay(
          nanos.getValueAtPercentile(50) / NANOS,
          nanos.getValueAtPercentile(90) / NANOS,
          nanos.getValueAtPercentile(99) / NANOS,
          nanos.getValueAtPercentile(99.9) / NANOS,
          nanos.getMaxValue() / NANOS);
    }
  }

  static LoadReport of(
      LoadPlan plan,
      Optional<Double> due,
      LoadTally.Counted counted,
      double seconds,
      Optional<Double> serverSeconds) {
    double actions = Math.max(1, counted.actions());
    return new LoadReport(
        plan.games(),
        2 * plan.games(),
        due,
        seconds,
        counted.actions(),
        counted.waiting(),
        counted.actions() / seconds,
        Delay.of(counted.acknowledged()),
        Delay.of(counted.opponentDelay()),
        counted.bytes() / actions,
        counted.finished(),
        counted.errors(),
        serverSeconds.map(used -> used * 1e6 / actions),
        serverSeconds.filter(used -> used > 0).map(used -> counted.actions() / used));
  }

  /**
   * Whether the server did what was due without errors: the 99th percentile of acknowledgements is
   * at most {@code longest}, and no more actions wait at the end than fall due in that time.
   */
  public boolean keepsUp(Duration longest) {
    double mayWait = duePerSecond.orElse(0.0) * longest.toMillis() / 1e3;
    return acknowledged.p99() <= longest.toMillis() && waiting <= mayWait && failures() == 0;
  }

  /** How many things went wrong. */
  public long failures() {
    return errors.values().stream().mapToLong(Long::longValue).sum();
  }
}
