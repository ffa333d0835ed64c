package dev.menagerie.server.play;

import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.Action;
import dev.menagerie.server.game.Audience;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.MessageId;
import dev.menagerie.server.game.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * What players and the clock do in a game. Every method may be called from any thread and may wait
 * for the store; {@code StoreUnavailable} means that nothing is known of what became of it.
 */
public final class Games {
  private final LiveGames games;

  public Games(LiveGames games) {
    this.games = games;
  }

  /** A game and where a user sits in it, if they do. */
  public record Place(LiveGame game, Optional<Seat> seat) {}

  /** A game that a user may know of: their own, a public one, or one they are invited to. */
  public Optional<Place> find(GameId id, UserId user) {
    return games
        .find(id)
        .map(live -> new Place(live, live.moment().seatOf(user)))
        .filter(place -> mayKnowOf(place, user));
  }

  private static boolean mayKnowOf(Place place, UserId user) {
    if (isCancelled(place.game().moment())) return false;
    return place.seat().isPresent()
        || place.game().header().audience() == Audience.PUBLIC
        || isInvited(place.game().header(), user);
  }

  static boolean isCancelled(Moment moment) {
    return moment.ending().map(end -> end.reason().equals(EndingCodes.CANCELLED)).orElse(false);
  }

  static boolean isInvited(GameHeader header, UserId user) {
    return header.invitation() instanceof Invitation.User invited && invited.user().equals(user);
  }

  /**
   * A player acts. The same message id never acts twice; repeated, it gets the original reply.
   *
   * @param expected the version the player believes the game is at, if they want to be sure
   */
  public Outcome act(
      GameId game, Seat seat, MessageId message, Action action, Optional<Long> expected) {
    var step = ActStep.play(seat, message, action, expected, Optional.empty());
    return games.extend(game, step);
  }

  /**
   * {@link #act} for callers that do not wait: completes on the game's loop, with a failure where
   * {@code act} throws. The requester goes to the listeners of the commit.
   */
  public CompletionStage<Outcome> submitAction(
      GameId game,
      Seat seat,
      MessageId message,
      Action action,
      Optional<Long> expected,
      Requester requester) {
    var step = ActStep.play(seat, message, action, expected, Optional.of(requester));
    return games.submit(game, step);
  }

  /** A player gives up; idempotent like any action. */
  public Outcome resign(GameId game, Seat seat, MessageId message) {
    return games.extend(game, ActStep.resign(seat, message, Optional.empty()));
  }

  /** {@link #resign} for callers that do not wait, as {@link #submitAction}. */
  public CompletionStage<Outcome> submitResignation(
      GameId game, Seat seat, MessageId message, Requester requester) {
    return games.submit(game, ActStep.resign(seat, message, Optional.of(requester)));
  }

  /** The clock of a game has run out, or nobody came; not done as long as it has not. */
  public Outcome expire(GameId game) {
    return games.extend(game, new ExpireStep(false));
  }

  /** The same, while many others wait for theirs: all that can be left to the next turn is left. */
  public Outcome expireOverdue(GameId game) {
    return games.extend(game, new ExpireStep(true));
  }

  /**
   * {@link #expireOverdue} of several games of one partition, in one round trip.
   *
   * @return those that are left, each to be expired alone: somebody is busy with them, they end, or
   *     there is something to say about them
   */
  public List<GameId> expireTogether(List<GameId> together) {
    return games.extendTogether(together, new ExpireStep(true));
  }

  /**
   * Decides {@link #expireOverdue} ahead; nobody hears of it, and what happens before undoes it.
   */
  public void prepareExpiry(GameId game) {
    games.prepare(game, new ExpireStep(true));
  }

  /** Who is to act is warned that this clock runs out soon; once, whichever nodes try. */
  public Outcome warn(GameId game, long clock) {
    return games.extend(game, new ClockNoteStep(clock, new ClockNoteStep.Note.Warning()));
  }

  /** The store has given back time that was lost: it goes into the game's log with the reason. */
  public void timeGivenBack(GameId game, Duration lost) {
    var clock = games.clock(game);
    clock.ifPresent(now ->
        now.deadline()
            .map(deadline -> new ClockNoteStep.Note.GivenBack(lost, deadline))
            .ifPresent(note -> games.extend(game, new ClockNoteStep(now.number(), note))));
  }

  /** A player is back: more time, once per player and turn, if it is for them to act. */
  public Outcome grace(GameId game, Seat seat) {
    return games.extend(game, new GraceStep(seat));
  }
}
