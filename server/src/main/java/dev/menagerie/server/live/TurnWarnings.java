package dev.menagerie.server.live;

import dev.menagerie.rules.state.GameState;
import dev.menagerie.server.game.ClockReading;
import dev.menagerie.server.game.GameClock;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.live.Scheduler.Appointment;
import dev.menagerie.server.play.Games;
import dev.menagerie.server.play.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Warns players before a clock expires. A warning belongs to one clock and is a commit: if several
 * nodes follow the game, one of them commits it, and all players find it in the log.
 */
final class TurnWarnings {
  private final Games games;
  private final Scheduler scheduler;
  private final GameStore store;
  private final ConcurrentHashMap<GameId, Pending> pending = new ConcurrentHashMap<>();

  private record Pending(GameClock clock, Appointment warning) {}

  TurnWarnings(Games games, Scheduler scheduler, GameStore store) {
    this.games = games;
    this.scheduler = scheduler;
    this.store = store;
  }

  /** Called when a game has reached this moment. */
  void onCommit(GameId game, Moment moment) {
    schedule(game, moment, moment::at);
  }

  /** A game has been at this moment for some time, which only the store knows. */
  void resume(GameId game, Moment moment) {
    schedule(game, moment, () -> store.clock(game).map(ClockReading::now).orElseGet(moment::at));
  }

  /** Schedules the warning of the clock that runs and cancels the one of a former clock. */
  private void schedule(GameId game, Moment moment, Supplier<Instant> now) {
    var clock = moment.clock();
    var former = pending.get(game);
    if (former != null && former.clock().equals(clock)) return;
    forget(game);
    if (moment.isOver()) return;
    moment
        .state()
        .flatMap(state -> delay(state, clock, now))
        .map(wait -> scheduler.after(wait, () -> games.warn(game, clock.number())))
        .ifPresent(warning -> pending.put(game, new Pending(clock, warning)));
  }

  /** The time until the warning; empty once it is too late for one. */
  private static Optional<Duration> delay(GameState state, GameClock clock, Supplier<Instant> now) {
    var ahead = Duration.ofMillis(state.rules().timer().warningMs());
    return clock
        .deadline()
        .map(deadline -> Duration.between(now.get(), deadline.minus(ahead)))
        .filter(wait -> !wait.isNegative());
  }

  void forget(GameId game) {
    var gone = pending.remove(game);
    if (gone != null) gone.warning().cancel();
  }
}
