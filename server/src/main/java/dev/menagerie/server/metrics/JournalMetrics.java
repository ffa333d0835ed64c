package dev.menagerie.server.metrics;

import dev.menagerie.server.journal.Drainer;
import dev.menagerie.server.recovery.Recovery;
import dev.menagerie.server.redis.LinkProbe;
import io.micrometer.core.instrument.MeterRegistry;

/** What an operator must see of the journal: how far it is behind, and whether it is right. */
public final class JournalMetrics {
  private JournalMetrics() {}

  /** Measures these from now on. */
  public static void bind(
      MeterRegistry metrics, Drainer drainer, Recovery recovery, LinkProbe links) {
    var lag = drainer.lag();
    lag.observe(Meters.JOURNAL_LAG.timer(metrics)::record);
    Meters.JOURNAL_LAG_OLDEST.gauge(metrics, lag, l -> l.oldest().toMillis() / 1e3);
    Meters.JOURNAL_WAITING.gauge(metrics, lag, l -> l.waiting());
    Meters.JOURNAL_STUCK.gauge(metrics, drainer, Drainer::stuck);
    var progress = recovery.progress();
    progress.observe(Meters.RECOVERY.timer(metrics)::record);
    Meters.RECOVERY_WAITING.gauge(metrics, progress, p -> p.waiting().partitions());
    Meters.RECOVERY_GAMES_WAITING.gauge(metrics, progress, p -> p.waiting().games());
    Meters.JOURNAL_LOST.counted(metrics, recovery, Recovery::lost);
    Meters.REDIS_LINKS_REPLACED.counted(metrics, links, LinkProbe::replaced);
    Meters.JOURNAL_CONTRADICTIONS.counted(metrics, drainer, Drainer::contradictions);
  }
}
