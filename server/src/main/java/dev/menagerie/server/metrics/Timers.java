package dev.menagerie.server.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The timers of one meter that is recorded with every action. Each is looked up in the registry
 * once: a lookup takes longer than everything else about a measurement. Any thread.
 */
final class Timers {
  private final Meters meter;
  private final MeterRegistry registry;

  /** By the values of the labels, of which there are few. */
  private final ConcurrentHashMap<List<String>, Timer> known = new ConcurrentHashMap<>();

  Timers(Meters meter, MeterRegistry registry) {
    this.meter = meter;
    this.registry = registry;
  }

  void record(long nanos, String... labels) {
    known
        .computeIfAbsent(List.of(labels), _ -> meter.timer(registry, labels))
        .record(nanos, TimeUnit.NANOSECONDS);
  }
}
