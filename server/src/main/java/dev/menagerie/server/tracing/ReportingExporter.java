package dev.menagerie.server.tracing;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.URI;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log once that the collector takes no spans, and once that it does again. */
final class ReportingExporter implements SpanExporter {
  private static final Logger LOG = LoggerFactory.getLogger(ReportingExporter.class);

  /** Kept, because its level is forgotten with it. It would write past the server's log. */
  private static final java.util.logging.Logger LIBRARY =
      java.util.logging.Logger.getLogger("io.opentelemetry");

  private final SpanExporter exporter;
  private final URI endpoint;
  private final AtomicBoolean isFailing = new AtomicBoolean();

  ReportingExporter(SpanExporter exporter, URI endpoint) {
    LIBRARY.setLevel(Level.OFF);
    this.exporter = exporter;
    this.endpoint = endpoint;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    var result = exporter.export(spans);
    return result.whenComplete(() -> report(result.isSuccess()));
  }

  private void report(boolean isTaken) {
    if (!isTaken && isFailing.compareAndSet(false, true)) {
      LOG.warn("the collector at {} takes no traces; they are dropped until it does", endpoint);
    } else if (isTaken && isFailing.compareAndSet(true, false)) {
      LOG.info("the collector at {} takes traces again", endpoint);
    }
  }

  @Override
  public CompletableResultCode flush() {
    return exporter.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter.shutdown();
  }
}
