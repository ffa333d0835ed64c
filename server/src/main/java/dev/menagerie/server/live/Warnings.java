package dev.menagerie.server.live;

import dev.menagerie.protocol.ServerMessage.TurnTimeout;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.live.Scheduler.Appointment;
import dev.menagerie.server.play.LiveGames;
import dev.menagerie.server.play.Moment;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Warns those in a room before a clock runs out. A warning is bound to its clock. */
final class Warnings {
  private final LiveGames games;
  private final Rooms rooms;
  private final Scheduler scheduler;
  private final Envelopes envelopes;
  private final ConcurrentHashMap<GameId, Pending> pending = new ConcurrentHashMap<>();

  private record Pending(long clock, Appointment warning) {}

  Warnings(LiveGames games, Rooms rooms, Scheduler scheduler, Envelopes envelopes) {
    this.games = games;
    this.rooms = rooms;
    this.scheduler = scheduler;
    this.envelopes = envelopes;
  }

  /** The room's game is at this moment: its clock gets its warning, another's is called off. */
  void watch(Room room, Moment moment) {
    var id = room.game().id();
    var known = pending.get(id);
    if (known != null && known.clock() == moment.clock().number()) return;
    forget(id);
    var state = moment.state();
    if (moment.isOver() || state.isEmpty()) return;
    delay(state.get(), moment)
        .ifPresent(wait ->
            pending.put(
                id,
                new Pending(
                    moment.clock().number(),
                    scheduler.after(wait, () -> warn(room, moment.clock().number())))));
  }

  /** Until the warning; none once it is too late for one. */
  private Optional<Duration> delay(GameState state, Moment moment) {
    var ahead = Duration.ofMillis(state.rules().timer().warningMs());
    return moment
        .clock()
        .deadline()
        .map(deadline -> Duration.between(envelopes.now(), deadline.minus(ahead)))
        .filter(wait -> !wait.isNegative());
  }

  void forget(GameId id) {
    var gone = pending.remove(id);
    if (gone != null) gone.warning().cancel();
  }

  private void warn(Room room, long clock) {
    games.hold(
        room.game(),
        moment -> {
          boolean current =
              moment.clock().number() == clock
                  && rooms.find(room.game().id()).equals(Optional.of(room));
          if (current) moment.state().ifPresent(state -> warn(room, moment, state));
          return current;
        });
  }

  private void warn(Room room, Moment moment, GameState state) {
    state
        .toAct()
        .ifPresent(seat ->
            room.announce(
                Tellings.clock(
                    moment,
                    seat,
                    TurnTimeout.Kind.WARNING,
                    envelopes.now(),
                    Optional.of(Tellings.threat(state, seat)),
                    Optional.empty()),
                Optional.empty()));
  }
}
