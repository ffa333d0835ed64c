package dev.menagerie.server.metrics;

import dev.menagerie.server.http.Edge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;

/** Counts and times requests by route, method and status. */
public record MeasuredTraffic(MeterRegistry metrics) implements Edge.Traffic {
  @Override
  public void responded(String route, String method, int status, long nanos) {
    Meters.HTTP_REQUESTS
        .timer(metrics, route, known(method), Integer.toString(status))
        .record(nanos, TimeUnit.NANOSECONDS);
  }

  /** Clients may send any word as a method; the list of meters must not grow by it. */
  private static String known(String method) {
    return switch (method) {
      case "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS" -> method;
      default -> "other";
    };
  }
}
