package dev.menagerie.server.wiring;

import dev.menagerie.server.journal.Drainer;
import dev.menagerie.server.live.MessageTracer;
import dev.menagerie.server.play.Games;
import dev.menagerie.server.settings.TraceOptions;
import dev.menagerie.server.tracing.ActionTraces;
import dev.menagerie.server.tracing.Collector;
import java.time.InstantSource;
import java.util.Optional;

/** Wires the tracing of actions, where the operator names a collector. */
record TracingWiring(Optional<ActionTraces> traces) {
  static TracingWiring of(
      TraceOptions options, StoreWiring stores, InstantSource clock, CloseStack closing) {
    return new TracingWiring(
        options
            .endpoint()
            .map(endpoint ->
                closing.register(
                    Collector.traces(
                        endpoint, options.traceShare, stores.node(), BuildVersion.TEXT, clock))));
  }

  /** Traces messages. */
  MessageTracer messages() {
    return traces.<MessageTracer>map(all -> all).orElse(MessageTracer.NONE);
  }

  /** Traces what becomes of them; to be called when everything else listens to the games. */
  void follow(Games games, Drainer drainer) {
    traces.ifPresent(all -> {
      games.observe(all);
      games.listen(all);
      drainer.observe(all::journaled);
    });
  }
}
