package dev.menagerie.server.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Every meter that is the server's own. The labels of each have few values, all of them named by
 * the code or the protocol: no id, no name, nothing that a client chose.
 */
public enum Meters {
  HTTP_REQUESTS(Buckets.REQUEST, "http.requests", "Requests", "route", "method", "status"),
  SESSIONS(Kind.GAUGE, "sessions", "", "Open Engine.IO sessions", "transport"),
  SESSIONS_OPENED(Kind.COUNTER, "sessions.opened", "", "Engine.IO sessions opened", "transport"),
  SESSIONS_UPGRADED(
      Kind.COUNTER, "sessions.upgraded", "", "Sessions moved from polling to WebSocket"),
  SESSIONS_CLOSED(
      Kind.COUNTER, "sessions.closed", "", "Engine.IO sessions closed", "transport", "reason"),
  SESSIONS_REFUSED(
      Kind.COUNTER, "sessions.refused", "", "Requests of Engine.IO that were refused", "error"),
  CONNECTIONS(Kind.GAUGE, "connections", "", "Open TCP connections"),
  CONNECTIONS_UNREAD(
      Kind.GAUGE, "connections.unread", "bytes", "Received and not handled, of all connections"),
  PACKETS_RECEIVED(Kind.COUNTER, "packets.received", "", "Packets that came over sessions"),
  PACKETS_RECEIVED_SIZE(
      Kind.COUNTER, "packets.received.size", "bytes", "Bytes of packets that came over sessions"),
  PACKETS_INVALID(Kind.COUNTER, "packets.invalid", "", "Packets that were not the protocol"),
  FRAMES_SENT(Kind.COUNTER, "frames.sent", "", "Frames handed to transports"),
  FRAMES_SENT_SIZE(
      Kind.COUNTER, "frames.sent.size", "bytes", "Bytes of frames, before compression"),
  FRAMES_DROPPED(Kind.COUNTER, "frames.dropped", "", "Frames that a closed session never got"),
  PLAYERS_CONNECTED(Kind.GAUGE, "players.connected", "", "Signed-in connections"),
  PLAYERS_REFUSED(
      Kind.COUNTER,
      "players.refused",
      "",
      "Connections that were not admitted, by the code of connect_error; else other",
      "reason"),
  PLAYERS_CLOSED(
      Kind.COUNTER,
      "players.closed",
      "",
      "Closings by the server, by the code of session:closed; a sign-out counts once",
      "code"),
  MESSAGES(
      Buckets.REQUEST,
      "messages",
      "Messages of clients, from the mailbox to the reply",
      "event",
      "action",
      "outcome"),
  MESSAGES_HANDLED(
      Buckets.REQUEST,
      "messages.handled",
      "Messages of clients, from their arrival to the end of their handler, waiting included",
      "event"),
  ACTIONS_STAGE(
      Buckets.REQUEST,
      "actions.stage",
      "Committed steps of games by stage: waiting, deciding, committing, publishing to all here",
      "action",
      "stage"),
  ACTIONS_ELSEWHERE(
      Buckets.REQUEST,
      "actions.elsewhere",
      "From the commit of a step on another node, by Redis's clock, to its publishing here"),
  STEPS_UNDER_WAY(
      Kind.GAUGE,
      "steps.under.way",
      "",
      "Actions, timeouts and other steps of games that have come and are not yet published"),
  COMMITS(Buckets.STORE, "commits", "Round trips to Redis that commit", "result"),
  COMMITS_OUTCOME(Kind.COUNTER, "commits.outcome", "", "Commits by their outcome", "outcome"),
  COMMITS_BATCH(Kind.SIZES, "commits.batch", "commits", "Commits of one round trip"),
  GAMES(Kind.GAUGE, "games", "", "Unfinished games of all nodes", "type", "status"),
  GAMES_FOLLOWED(Kind.GAUGE, "games.followed", "", "Games that a connection of this node follows"),
  GAMES_STARTED(
      Buckets.WAIT, "games.started", "Games started, with the wait for the second player", "type"),
  MATCHES(
      Buckets.WAIT,
      "matches",
      "Games that matchmaking started, with how long their first player had waited",
      "type"),
  GAMES_ENDED(Buckets.GAME, "games.ended", "Games ended, with their duration", "type", "reason"),
  BOTS(Buckets.REQUEST, "bots.choice", "Time in which a bot chose, waiting included", "kind"),
  DEADLINES_SET(Kind.COUNTER, "deadlines.set", "", "Deadlines that commits of this node have set"),
  DEADLINES_EXPIRED(
      Buckets.STORE, "deadlines.expired", "Deadlines handled, with how late they were"),
  DEADLINES_WAITING(Kind.GAUGE, "deadlines.waiting", "", "Deadlines of the next seconds"),
  CLOCKS_GIVEN_BACK(
      Kind.COUNTER, "clocks.given.back", "seconds", "Time of outages, times games it went to"),
  STORE_UP(Kind.GAUGE, "store.up", "", "1 if the store does its work", "store"),
  STORE_CLOCK_SKEW(
      Kind.GAUGE, "store.clock.skew", "seconds", "How far Redis's clock is before this machine's"),
  JOURNAL_LAG(Buckets.JOURNAL, "journal.lag", "Time from a commit to its row in Postgres"),
  JOURNAL_LAG_OLDEST(
      Kind.GAUGE, "journal.lag.oldest", "seconds", "How long the oldest commit has waited"),
  JOURNAL_WAITING(Kind.GAUGE, "journal.waiting", "", "Commits that wait to be journaled"),
  JOURNAL_STUCK(
      Kind.GAUGE, "journal.stuck", "", "Games whose commits the journal refuses: an alarm"),
  JOURNAL_LOST(Kind.COUNTER, "journal.lost", "", "Acknowledged commits that Redis lost: an alarm"),
  JOURNAL_CONTRADICTIONS(
      Kind.COUNTER, "journal.contradictions", "", "Commits that contradict the journal: an alarm"),
  RECOVERY_WAITING(
      Kind.GAUGE,
      "recovery.partitions.waiting",
      "",
      "Partitions that a recovery of Redis has not opened yet"),
  RECOVERY_GAMES_WAITING(
      Kind.GAUGE,
      "recovery.games.waiting",
      "",
      "Unfinished games that a recovery of Redis has not opened yet"),
  RECOVERY(
      Buckets.RECOVERY,
      "recovery",
      "Recoveries of Redis, from when this node noticed to the last opened game"),
  RETENTION_DELETED(
      Kind.COUNTER,
      "retention.deleted",
      "",
      "Rows that the hourly clean-up deleted because of their age; of journal and history: games",
      "kind"),
  REDIS_LINKS_REPLACED(
      Kind.COUNTER,
      "redis.links.replaced",
      "",
      "Connections to Redis that were replaced because they did not answer");

  private static final String PREFIX = "menagerie.";

  /** Suffix of counters in the text format. */
  private static final String TOTAL = "_total";

  private static final PrometheusNamingConvention NAMING = new PrometheusNamingConvention();

  private final Kind kind;
  private final String id;
  private final String unit;
  private final String description;

  @SuppressWarnings("ImmutableEnumChecker") // List.of
  private final List<String> labels;

  @SuppressWarnings("ImmutableEnumChecker") // List.of or List.copyOf
  private final List<Duration> buckets;

  Meters(Kind kind, String id, String unit, String description, String... labels) {
    this(kind, id, unit, description, List.of(), labels);
  }

  Meters(Buckets buckets, String id, String description, String... labels) {
    this(Kind.TIMER, id, "seconds", description, buckets.bounds, labels);
  }

  Meters(
      Kind kind,
      String id,
      String unit,
      String description,
      List<Duration> buckets,
      String... labels) {
    this.kind = kind;
    this.id = PREFIX + id;
    this.unit = unit;
    this.description = description;
    this.labels = List.of(labels);
    this.buckets = buckets;
  }

  enum Kind {
    COUNTER(Meter.Type.COUNTER),
    GAUGE(Meter.Type.GAUGE),
    TIMER(Meter.Type.TIMER),
    SIZES(Meter.Type.DISTRIBUTION_SUMMARY);

    private final Meter.Type type;

    Kind(Meter.Type type) {
      this.type = type;
    }
  }

  /** Bounds of histograms, chosen around what is promised and what is an alarm. */
  private enum Buckets {
    REQUEST(1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000),
    STORE(1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500),
    JOURNAL(50, 100, 250, 500, 1_000, 5_000),
    RECOVERY(500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000),
    WAIT(1_000, 5_000, 15_000, 30_000, 60_000, 300_000, 900_000),
    GAME(60_000, 300_000, 600_000, 1_200_000, 1_800_000, 3_600_000, 7_200_000);

    @SuppressWarnings("ImmutableEnumChecker") // List.copyOf
    private final List<Duration> bounds;

    Buckets(long... millis) {
      var all = new ArrayList<Duration>();
      for (long bound : millis) all.add(Duration.ofMillis(bound));
      bounds = List.copyOf(all);
    }
  }

  /** The name under which it is scraped; histograms add {@code _bucket}, {@code _count}, …. */
  public String exposed() {
    var name = NAMING.name(id, kind.type, unit.isEmpty() ? null : unit);
    return kind == Kind.COUNTER ? name + TOTAL : name;
  }

  /** What it counts, for people. */
  public String description() {
    return description;
  }

  /** Its labels, in order. */
  public List<String> labels() {
    return labels;
  }

  /** As Prometheus calls its type. */
  public String type() {
    return switch (kind) {
      case COUNTER -> "counter";
      case GAUGE -> "gauge";
      case TIMER -> "histogram";
      case SIZES -> "summary";
    };
  }

  /** A timer with these values of its labels. */
  public Timer timer(MeterRegistry registry, String... values) {
    return Timer.builder(id)
        .description(description)
        .tags(tags(values))
        .serviceLevelObjectives(buckets.toArray(new Duration[0]))
        .register(registry);
  }

  /** A counter with these values of its labels. */
  public Counter counter(MeterRegistry registry, String... values) {
    var builder = Counter.builder(id).description(description).tags(tags(values));
    return (unit.isEmpty() ? builder : builder.baseUnit(unit)).register(registry);
  }

  /** A distribution of sizes. */
  public DistributionSummary sizes(MeterRegistry registry, String... values) {
    return DistributionSummary.builder(id)
        .description(description)
        .baseUnit(unit)
        .tags(tags(values))
        .register(registry);
  }

  /** A gauge that asks the source at each scrape; the source must not block. */
  public <T> void gauge(
      MeterRegistry registry, T source, ToDoubleFunction<T> value, String... values) {
    var builder =
        Gauge.builder(id, source, value)
            .description(description)
            .tags(tags(values))
            .strongReference(true);
    var _ = (unit.isEmpty() ? builder : builder.baseUnit(unit)).register(registry);
  }

  /** A counter that its source counts itself. */
  public <T> void counted(MeterRegistry registry, T source, ToDoubleFunction<T> value) {
    var _ = FunctionCounter.builder(id, source, value).description(description).register(registry);
  }

  /** The labels with these values. */
  Tags tags(String... values) {
    if (values.length != labels.size()) {
      throw new IllegalArgumentException(id + " has the labels " + labels);
    }
    var tags = Tags.empty();
    for (int i = 0; i < values.length; i++) tags = tags.and(labels.get(i), values[i]);
    return tags;
  }

  /** The name without the form of any exporter. */
  String id() {
    return id;
  }

  /** All of them, in the order of the page. */
  static Stream<Meters> all() {
    return Stream.of(values());
  }
}
