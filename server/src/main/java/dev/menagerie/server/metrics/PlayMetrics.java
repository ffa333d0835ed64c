package dev.menagerie.server.metrics;

import dev.menagerie.server.live.MessageObserver;
import dev.menagerie.server.play.GameCommitted;
import dev.menagerie.server.play.GameListener;
import dev.menagerie.server.play.GameRecord;
import dev.menagerie.server.play.GameType;
import dev.menagerie.server.play.LiveGame;
import dev.menagerie.server.play.PlayObserver;
import dev.menagerie.server.timer.ClockObserver;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Counts and times what happens in games, and what clients send about them. */
public final class PlayMetrics
    implements GameListener, PlayObserver, MessageObserver, ClockObserver {
  private final MeterRegistry metrics;
  private final Timers stages;
  private final Timers messages;

  public PlayMetrics(MeterRegistry metrics) {
    this.metrics = metrics;
    this.stages = new Timers(Meters.ACTIONS_STAGE, metrics);
    this.messages = new Timers(Meters.MESSAGES, metrics);
  }

  /** Counted only on the node that committed; the others are notified, too. */
  @Override
  public void committed(GameCommitted commit) {
    if (commit.reply().isEmpty()) return;
    var header = commit.game().header();
    var type = name(header.type());
    var after = commit.after();
    var deadline = after.clock().deadline();
    if (deadline.isPresent() && !deadline.equals(commit.before().clock().deadline())) {
      Meters.DEADLINES_SET.counter(metrics).increment();
    }
    if (commit.before().startedAt().isEmpty()) {
      after
          .startedAt()
          .ifPresent(at ->
              Meters.GAMES_STARTED.timer(metrics, type).record(between(header.createdAt(), at)));
    }
    after
        .ending()
        .filter(_ -> !commit.before().isOver())
        .ifPresent(ending ->
            Meters.GAMES_ENDED
                .timer(metrics, type, ending.reason())
                .record(duration(after.startedAt(), after.at())));
  }

  /** Counts a game that matchmaking started, with how long its first player had waited. */
  public void matched(GameType type, Duration waited) {
    Meters.MATCHES.timer(metrics, name(type)).record(waited);
  }

  private static Duration duration(Optional<Instant> started, Instant ended) {
    return started.map(from -> between(from, ended)).orElse(Duration.ZERO);
  }

  /** Never negative: the two may be of different clocks. */
  private static Duration between(Instant from, Instant to) {
    return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
  }

  private static String name(GameType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void resynced(LiveGame game) {}

  @Override
  public void committed(GameRecord record, StageTimes times) {
    var action = record.move().actionType();
    stages.record(times.waiting(), action, "waiting");
    stages.record(times.deciding(), action, "deciding");
    stages.record(times.committing(), action, "committing");
    stages.record(times.publishing(), action, "publishing");
  }

  @Override
  public void botChose(String kind, long nanos) {
    Meters.BOTS.timer(metrics, kind).record(nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void replied(HandledMessage message) {
    messages.record(message.nanos(), message.event(), message.action(), message.outcome());
  }

  @Override
  public void closed(String code) {
    Meters.PLAYERS_CLOSED.counter(metrics, code).increment();
  }

  @Override
  public void expired(Duration late) {
    Meters.DEADLINES_EXPIRED.timer(metrics).record(late);
  }

  @Override
  public void gaveBack(Duration time, int games) {
    Meters.CLOCKS_GIVEN_BACK.counter(metrics).increment(time.toMillis() / 1e3 * games);
  }
}
