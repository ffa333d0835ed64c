package dev.menagerie.server.metrics;

import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import dev.menagerie.server.live.LivePlay;
import dev.menagerie.server.play.Games;
import dev.menagerie.server.postgres.Database;
import dev.menagerie.server.timer.Timekeeper;
import dev.menagerie.socketio.SocketIoServer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;

/** The meters of one server: made first, bound to its parts as they are made. */
public final class ServerMetrics implements AutoCloseable {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final PlayMetrics play = new PlayMetrics(registry);

  public ServerMetrics() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
  }

  /** Where all of them are. */
  public PrometheusMeterRegistry registry() {
    return registry;
  }

  /** The observer of games, messages and clocks. */
  public PlayMetrics play() {
    return play;
  }

  /** Measures the use of the pool. */
  public void bind(Database database) {
    database.measure(new MicrometerMetricsTrackerFactory(registry));
  }

  /**
   * Measures play on this node.
   *
   * @param clock the store's time
   */
  public void bind(Games games, LivePlay live, Timekeeper timekeeper, InstantSource clock) {
    games.observe(play);
    games.listen(play);
    games.listen(new OtherNodes(registry, clock));
    timekeeper.observe(play);
    Meters.STEPS_UNDER_WAY.gauge(registry, games, Games::stepsUnderWay);
    Meters.PLAYERS_CONNECTED.gauge(registry, live, LivePlay::connected);
    Meters.GAMES_FOLLOWED.gauge(registry, live, LivePlay::followed);
    Meters.DEADLINES_WAITING.gauge(registry, timekeeper, Timekeeper::waiting);
  }

  /** Measures the port. */
  public void bind(SocketIoServer server) {
    Meters.CONNECTIONS.gauge(registry, server, s -> s.clients().connections());
    Meters.CONNECTIONS_UNREAD.gauge(registry, server, s -> s.clients().heldBytes());
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
