package dev.menagerie.server.wiring;

import dev.menagerie.server.journal.Drainer;
import dev.menagerie.server.recovery.Recovery;
import dev.menagerie.server.redis.LinkProbe;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** What an operator must see of the journal: how far it is behind, and whether it is right. */
final class JournalMetrics {
  /** Around the objective (250 ms) and the alarm (1 s). */
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5)
  };

  private JournalMetrics() {}

  static void bind(MeterRegistry metrics, Drainer drainer, Recovery recovery, LinkProbe links) {
    var lag = drainer.lag();
    var timer =
        Timer.builder("menagerie.journal.lag")
            .description("Time from a commit to its row in Postgres")
            .serviceLevelObjectives(BUCKETS)
            .register(metrics);
    lag.observe(timer::record);
    Gauge.builder("menagerie.journal.lag.oldest", lag, l -> l.oldest().toMillis() / 1e3)
        .description("How long the oldest commit has waited to be journaled")
        .baseUnit("seconds")
        .register(metrics);
    Gauge.builder("menagerie.journal.waiting", lag, l -> l.waiting())
        .description("Commits that wait to be journaled")
        .register(metrics);
    Gauge.builder("menagerie.journal.stuck", drainer, Drainer::stuck)
        .description("Games whose commits the journal refuses: an alarm if there are any")
        .register(metrics);
    Gauge.builder("menagerie.recovery.partitions.waiting", recovery, Recovery::waiting)
        .description("Partitions that a recovery of Redis has not opened yet")
        .register(metrics);
    FunctionCounter.builder("menagerie.journal.lost", recovery, Recovery::lost)
        .description("Acknowledged commits that a restart of Redis lost: an alarm if there are any")
        .register(metrics);
    FunctionCounter.builder("menagerie.redis.links.replaced", links, LinkProbe::replaced)
        .description("Connections to Redis that were replaced because they did not answer")
        .register(metrics);
    FunctionCounter.builder("menagerie.journal.contradictions", drainer, Drainer::contradictions)
        .description("Commits that contradict the journal: an alarm if there are any")
        .register(metrics);
  }
}
