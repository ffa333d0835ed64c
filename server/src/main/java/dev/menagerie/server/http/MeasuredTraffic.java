package dev.menagerie.server.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** Counts and times requests by route, method and status. */
public record MeasuredTraffic(MeterRegistry metrics) implements Edge.Traffic {
  @Override
  public void answered(String route, String method, int status, long nanos) {
    Timer.builder("menagerie.http.requests")
        .description("Requests by route, method and status")
        .tag("route", route)
        .tag("method", known(method))
        .tag("status", Integer.toString(status))
        .register(metrics)
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
