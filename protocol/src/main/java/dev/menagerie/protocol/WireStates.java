package dev.menagerie.protocol;

import dev.menagerie.codec.PreEncoded;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.state.EndReason;
import dev.menagerie.rules.state.GameStatus;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes wire states from a viewer's view and the facts that the rules do not know. */
public final class WireStates {
  private WireStates() {}

  /** Which game, at which version, between whom. */
  public record About(
      String gameId,
      long eventId,
      int epoch,
      String gameType,
      PreEncoded<RulesConfig> rules,
      List<Player> players,
      Optional<Instant> deadline) {
    public About {
      players = List.copyOf(players);
    }

    private String playerId(Seat seat) {
      return players.get(seat.index()).playerId();
    }
  }

  /** The player of a seat. */
  public record Player(String playerId, String name) {}

  /** A game that is played or over. */
  public static WireState of(About about, View view) {
    return new WireState(
        about.gameId(),
        about.eventId(),
        about.epoch(),
        status(view.status()),
        about.gameType(),
        about.rules(),
        new WireState.ViewerInfo(view.viewer().orElse(null)),
        view.seedCommitment(),
        view.turn().map(turn -> turn(about, turn)).orElse(null),
        view.status() == GameStatus.SETUP ? about.deadline().orElse(null) : null,
        view.players().stream().map(side -> Optional.of(side(about, side))).toList(),
        view.stadium().orElse(null),
        view.pending().map(pending -> pending(about, pending)).orElse(null),
        view.legalActions(),
        view.attacks().orElse(null),
        view.winner().map(about::playerId).orElse(null),
        view.endReason().map(WireStates::endReason).orElse(null));
  }

  private static WireState.Status status(GameStatus status) {
    return switch (status) {
      case SETUP -> WireState.Status.SETUP;
      case ACTIVE -> WireState.Status.ACTIVE;
      case FINISHED -> WireState.Status.FINISHED;
    };
  }

  private static WireState.EndReason endReason(EndReason reason) {
    return switch (reason) {
      case PRIZES -> WireState.EndReason.PRIZES;
      case POINTS -> WireState.EndReason.POINTS;
      case NO_POKEMON -> WireState.EndReason.NO_POKEMON;
      case DECK_OUT -> WireState.EndReason.DECK_OUT;
      case RESIGNED -> WireState.EndReason.RESIGNED;
      case TIMEOUT -> WireState.EndReason.TIMEOUT;
      case TURN_LIMIT -> WireState.EndReason.TURN_LIMIT;
      case SUDDEN_DEATH -> WireState.EndReason.SUDDEN_DEATH;
      case ABANDONED -> WireState.EndReason.ABANDONED;
      case GAME_LIMIT -> WireState.EndReason.GAME_LIMIT;
      case VOIDED -> WireState.EndReason.VOIDED;
      case LEFT -> WireState.EndReason.LEFT;
    };
  }

  /** A game without cards on the table: it waits for its second player, or ended without one. */
  public static WireState waiting(
      About about,
      WireState.Status status,
      WireState.@Nullable EndReason endReason,
      Optional<Seat> viewer,
      String seedCommitment) {
    var players = new ArrayList<Optional<WireState.Player>>();
    for (var seat : Seat.values()) {
      boolean taken = seat.index() < about.players().size();
      players.add(taken ? Optional.of(seated(about, seat)) : Optional.empty());
    }
    return new WireState(
        about.gameId(),
        about.eventId(),
        about.epoch(),
        status,
        about.gameType(),
        about.rules(),
        new WireState.ViewerInfo(viewer.orElse(null)),
        seedCommitment,
        null,
        null,
        players,
        null,
        null,
        List.of(),
        null,
        null,
        endReason);
  }

  private static WireState.Turn turn(About about, View.Turn turn) {
    return new WireState.Turn(
        turn.number(),
        about.playerId(turn.player()),
        turn.phase(),
        about.deadline().orElse(null),
        turn.energyAttached(),
        turn.supportersPlayed(),
        turn.stadiumsPlayed(),
        turn.retreats());
  }

  private static WireState.Player side(About about, View.Side side) {
    var player = about.players().get(side.seat().index());
    return new WireState.Player(
        player.playerId(),
        player.name(),
        side.seat(),
        side.timeoutsUsed(),
        side.absence().orElse(null),
        side.points(),
        side.prizesRemaining(),
        side.hand().orElse(null),
        side.handCount(),
        side.deckCount(),
        side.discard(),
        side.prizes(),
        side.energyZone()
            .map(zone ->
                new WireState.EnergyZone(zone.current().orElse(null), zone.next().orElse(null))),
        side.active().orElse(null),
        side.bench());
  }

  /** A seat in a game that has not begun: a name and nothing on the table. */
  private static WireState.Player seated(About about, Seat seat) {
    var player = about.players().get(seat.index());
    return new WireState.Player(
        player.playerId(),
        player.name(),
        seat,
        0,
        null,
        0,
        0,
        null,
        0,
        0,
        List.of(),
        List.of(),
        Optional.empty(),
        null,
        List.of());
  }

  private static WireState.Pending pending(About about, View.Pending pending) {
    var question = pending.question();
    return new WireState.Pending(
        about.playerId(pending.player()),
        question.map(View.Question::choiceId),
        question.map(View.Question::kind),
        question.map(View.Question::min),
        question.map(View.Question::max),
        question.map(View.Question::options),
        question.map(View.Question::prompt),
        question.map(View.Question::purpose),
        question.flatMap(View.Question::source));
  }
}
