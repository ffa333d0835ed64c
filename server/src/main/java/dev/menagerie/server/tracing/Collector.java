package dev.menagerie.server.tracing;

import dev.menagerie.server.game.NodeId;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.Clock;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;

/** Sends spans to an OpenTelemetry collector, by OTLP over HTTP. */
public final class Collector {
  /** Spans that wait for the collector; further ones are dropped. */
  static final int MOST_WAITING = 2_048;

  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private Collector() {}

  /**
   * Traces of actions that go to a collector.
   *
   * @param endpoint the collector's address without {@code /v1/traces}
   * @param share the share of actions that is traced, from 0 to 1. It is decided by the id of the
   *     trace, as {@code TraceIdRatioBased} of OpenTelemetry does, also for traces that a client
   *     has begun: a client cannot ask for more
   * @param clock tells the time of the store
   */
  public static ActionTraces traces(
      URI endpoint, double share, NodeId node, String version, InstantSource clock) {
    var exporter =
        new ReportingExporter(
            OtlpHttpSpanExporter.builder()
                .setEndpoint(endpoint.toString().replaceAll("/+$", "") + "/v1/traces")
                .setTimeout(TIMEOUT)
                .build(),
            endpoint);
    var batches =
        BatchSpanProcessor.builder(exporter)
            .setMaxQueueSize(MOST_WAITING)
            .setScheduleDelay(INTERVAL)
            .setExporterTimeout(TIMEOUT)
            .build();
    var byShare = Sampler.traceIdRatioBased(share);
    var provider =
        SdkTracerProvider.builder()
            .setClock(new StoreTime(clock))
            .setResource(resource(node, version))
            .setSampler(
                Sampler.parentBasedBuilder(byShare)
                    .setRemoteParentSampled(byShare)
                    .setRemoteParentNotSampled(byShare)
                    .build())
            .addSpanProcessor(batches)
            .build();
    return new ActionTraces(provider, clock);
  }

  private static Resource resource(NodeId node, String version) {
    return Resource.create(
        Attributes.builder()
            .put("service.name", "menagerie")
            .put("service.version", version)
            .put("service.instance.id", node.value())
            .build());
  }

  /** The store's time, so that the spans of several nodes are in order. */
  private record StoreTime(InstantSource source) implements Clock {
    @Override
    public long now() {
      var now = source.instant();
      return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    @Override
    public long nanoTime() {
      return System.nanoTime();
    }
  }
}
