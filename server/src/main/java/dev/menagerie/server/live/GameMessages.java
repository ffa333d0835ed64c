package dev.menagerie.server.live;

import dev.menagerie.codec.RawJson;
import dev.menagerie.protocol.ServerMessage.GameOver;
import dev.menagerie.protocol.ServerMessage.TurnStart;
import dev.menagerie.protocol.ServerMessage.TurnTimeout;
import dev.menagerie.protocol.ServerMessage.Update;
import dev.menagerie.protocol.StatePatch;
import dev.menagerie.protocol.WireState;
import dev.menagerie.protocol.WireStates;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.Redaction;
import dev.menagerie.rules.view.Sight;
import dev.menagerie.rules.view.Viewer;
import dev.menagerie.rules.view.Views;
import dev.menagerie.rules.view.Views.WithActions;
import dev.menagerie.server.game.LifecycleStatus;
import dev.menagerie.server.play.GameCommitted;
import dev.menagerie.server.play.LiveGame;
import dev.menagerie.server.play.Moment;
import dev.menagerie.server.play.Move;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds the messages about a game for one viewer. Reads moments, sends nothing. */
public final class GameMessages {
  private GameMessages() {}

  /** The state as the viewer sees it, whole. */
  public static WireState state(LiveGame game, Moment moment, Viewer viewer, WithActions actions) {
    return seen(game, moment, viewer, actions, Optional.empty()).wire();
  }

  /**
   * The same, incrementally.
   *
   * @param before an earlier state of the game as the same viewer saw it; empty: from scratch
   */
  static SeenState seen(
      LiveGame game,
      Moment moment,
      Viewer viewer,
      WithActions actions,
      Optional<SeenState> before) {
    var about = about(game, moment);
    if (moment.state().isEmpty()) {
      return new SeenState(waiting(about, game, moment, viewer), Optional.empty());
    }
    var state = moment.state().get();
    var view = Views.of(state, viewer, actions, before.flatMap(SeenState::sight));
    return new SeenState(WireStates.of(about, view), Optional.of(new Sight(state, view)));
  }

  private static WireState waiting(
      WireStates.About about, LiveGame game, Moment moment, Viewer viewer) {
    var seat =
        switch (viewer) {
          case Viewer.Sitting sitting -> Optional.of(sitting.seat());
          case Viewer.Spectator _, Viewer.Omniscient _ -> Optional.<Seat>empty();
        };
    var status = status(moment.status());
    var reason = moment.ending().map(end -> WireState.EndReason.of(end.reason())).orElse(null);
    return WireStates.waiting(about, status, reason, seat, game.header().seed().commitment());
  }

  private static WireState.Status status(LifecycleStatus status) {
    return switch (status) {
      case WAITING -> WireState.Status.WAITING;
      case SETUP -> WireState.Status.SETUP;
      case ACTIVE -> WireState.Status.ACTIVE;
      case FINISHED -> WireState.Status.FINISHED;
    };
  }

  private static WireStates.About about(LiveGame game, Moment moment) {
    var players =
        moment.players().stream()
            .map(player -> new WireStates.Player(player.user().value(), player.name()))
            .toList();
    return new WireStates.About(
        game.id().value(),
        moment.version(),
        moment.head().epoch(),
        game.header().type().name().toLowerCase(Locale.ROOT),
        game.rules(),
        players,
        moment.clock().deadline());
  }

  /**
   * A commit as one message with a patch.
   *
   * @param events as the viewer may know them
   * @param before the state that the viewer has
   * @param after the state after the commit
   */
  static Update update(GameCommitted commit, RawJson events, WireState before, WireState after) {
    return new Update(
        playerId(commit.after(), commit.record().move().seat()),
        commit.record().move().actionType(),
        events,
        StatePatch.between(before, after),
        turnStart(commit),
        gameOver(commit.game(), commit.after()));
  }

  /** The events that the viewer may know. */
  static RawJson events(List<Event> events, Moment after, Viewer viewer) {
    return after
        .state()
        .map(state -> RawJson.of(Redaction.of(events, state, viewer)))
        .orElse(RawJson.of(List.of()));
  }

  static @Nullable String playerId(Moment moment, Optional<Seat> seat) {
    return seat.flatMap(moment::player).map(player -> player.user().value()).orElse(null);
  }

  /** The beginning of a turn, if the commit has one. */
  static Optional<TurnStart> turnStart(GameCommitted commit) {
    var after = commit.after();
    if (after.isOver() || after.turnNumber() == commit.before().turnNumber()) {
      return Optional.empty();
    }
    var state = after.state().orElseThrow();
    return state
        .turnSeat()
        .map(seat ->
            new TurnStart(
                after.players().get(seat.index()).user().value(),
                state.turn(),
                after.clock().deadline().orElse(null),
                (long) state.rules().timer().turnMs()));
  }

  /** The expiry or extension of a clock, if the commit has one. */
  static Optional<TurnTimeout> timeout(GameCommitted commit) {
    return switch (commit.record().move()) {
      case Move.TimedOut timedOut ->
          Optional.of(expired(commit.after(), timedOut.player(), commit.after().at()));
      case Move.GraceGranted grace ->
          Optional.of(
              clock(
                  commit.after(),
                  grace.player(),
                  TurnTimeout.Kind.EXTENDED,
                  commit.after().at(),
                  Optional.empty(),
                  Optional.of("reconnected")));
      case Move.PlayerLeft left -> cut(commit, left.player(), TurnTimeout.Kind.SHORTENED, "left");
      case Move.PlayerReturned returned ->
          cut(commit, returned.player(), TurnTimeout.Kind.EXTENDED, "returned");
      case Move.Warned warned ->
          Optional.of(
              clock(
                  commit.after(),
                  warned.player(),
                  TurnTimeout.Kind.WARNING,
                  commit.after().at(),
                  Optional.of(threat(commit.after().state().orElseThrow(), warned.player())),
                  Optional.empty()));
      case Move.TimeGivenBack given ->
          Optional.of(
              clock(
                  commit.after(),
                  given.player(),
                  TurnTimeout.Kind.EXTENDED,
                  commit.after().at(),
                  Optional.empty(),
                  Optional.of("outage")));
      case Move.TimeGranted granted ->
          Optional.of(
              clock(
                  commit.after(),
                  granted.player(),
                  TurnTimeout.Kind.EXTENDED,
                  commit.after().at(),
                  Optional.empty(),
                  Optional.of("operator")));
      case Move.Opened _, Move.Acted _, Move.Resigned _, Move.Voided _, Move.Closed _ ->
          Optional.empty();
    };
  }

  /** The clock of a player who left or is back, if it was theirs that ran. */
  private static Optional<TurnTimeout> cut(
      GameCommitted commit, Seat seat, TurnTimeout.Kind kind, String reason) {
    var after = commit.after();
    if (after.clock().equals(commit.before().clock())) return Optional.empty();
    var threat = threat(after.state().orElseThrow(), seat);
    return Optional.of(
        clock(after, seat, kind, after.at(), Optional.of(threat), Optional.of(reason)));
  }

  private static TurnTimeout expired(Moment after, Seat seat, Instant now) {
    var consequence =
        after.isOver() ? TurnTimeout.Consequence.LOSS : TurnTimeout.Consequence.AUTO_PASS;
    return clock(
        after, seat, TurnTimeout.Kind.EXPIRED, now, Optional.of(consequence), Optional.empty());
  }

  /** The clock of the player to act. */
  static TurnTimeout clock(
      Moment moment,
      Seat seat,
      TurnTimeout.Kind kind,
      Instant now,
      Optional<TurnTimeout.Consequence> consequence,
      Optional<String> reason) {
    var state = moment.state().orElseThrow();
    long remaining = moment.clock().remaining(now).map(Duration::toMillis).orElse(0L);
    return new TurnTimeout(
        moment.players().get(seat.index()).user().value(),
        kind,
        kind == TurnTimeout.Kind.EXPIRED ? 0 : remaining,
        moment.clock().deadline().orElse(null),
        consequence,
        reason,
        state.timeoutsUsed(seat),
        state.rules().timer().timeoutsBeforeLoss());
  }

  /** What happens if no player acts until the deadline. */
  static TurnTimeout.Consequence threat(GameState state, Seat seat) {
    RulesConfig.Timer timer = state.rules().timer();
    boolean last =
        timer.timeoutsBeforeLoss() > 0
            && state.timeoutsUsed(seat) + 1 >= timer.timeoutsBeforeLoss();
    return last ? TurnTimeout.Consequence.LOSS : TurnTimeout.Consequence.AUTO_PASS;
  }

  /** The result of a finished game; it reveals the seed. */
  static Optional<GameOver> gameOver(LiveGame game, Moment moment) {
    return moment
        .ending()
        .map(end ->
            new GameOver(
                end.winner().map(winner -> winner.value()).orElse(null),
                end.reason(),
                moment
                    .startedAt()
                    .map(start -> Math.max(0, Duration.between(start, moment.at()).toMillis()))
                    .orElse(0L),
                game.header().seed().hex(),
                "/games/" + game.id().value() + "/replay"));
  }
}
