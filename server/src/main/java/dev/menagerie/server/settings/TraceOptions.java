package dev.menagerie.server.settings;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of {@code serve} about tracing by OpenTelemetry. */
public final class TraceOptions {
  @Option(
      names = "--otlp-endpoint",
      paramLabel = "URL",
      description =
          "An OpenTelemetry collector that takes traces of actions by OTLP over HTTP, such as"
              + " http://127.0.0.1:4318. Default: none, nothing is traced")
  public @Nullable String otlpEndpoint;

  @Option(
      names = "--trace-share",
      paramLabel = "SHARE",
      defaultValue = "0.01",
      description = "The share of actions that is traced, from 0 to 1. Default: ${DEFAULT-VALUE}")
  public double traceShare = 0.01;

  /** Adds what cannot be used, one line each. */
  void check(SettingProblems found) {
    found.unless(
        otlpEndpoint == null || endpoint().isPresent(),
        "--otlp-endpoint must be an http or https address without a user, such as http://127.0.0.1:4318");
    found.unless(traceShare >= 0 && traceShare <= 1, "--trace-share must be from 0 to 1");
  }

  /** The address of the collector; empty: nothing is traced. */
  public Optional<URI> endpoint() {
    return HttpAddress.read(otlpEndpoint);
  }
}
