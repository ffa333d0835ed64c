package dev.menagerie.server.play;

import dev.menagerie.rules.card.CatalogSource;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.Action;
import dev.menagerie.server.archive.GameArchive;
import dev.menagerie.server.game.Audience;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameJournal;
import dev.menagerie.server.game.GameStore;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.Hints;
import dev.menagerie.server.game.MessageId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.loop.GameLoops;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * The games of this node: finds and follows them, and does what players and clocks ask of them.
 * Methods may be called from any thread but a game's loop and may wait for the store. After a
 * {@code StoreUnavailable} it is not known whether the call took effect.
 */
public final class Games {
  private final GameSteps steps;

  /**
   * The games in these stores, as one node plays them.
   *
   * @param catalog the cards of new games
   * @param journaled waits until the journal has caught up with a finished game
   * @param clock the time where the store gives none
   */
  public Games(
      GameStore store,
      GameArchive archive,
      GameJournal journal,
      CatalogSource catalog,
      JournalWait journaled,
      InstantSource clock) {
    this(store, archive, journal, catalog, journaled, clock, GameLoops.ofProcess());
  }

  /** The same, on loops of the caller's choice. */
  public Games(
      GameStore store,
      GameArchive archive,
      GameJournal journal,
      CatalogSource catalog,
      JournalWait journaled,
      InstantSource clock,
      GameLoops loops) {
    this.steps = new GameSteps(store, archive, journal, catalog, journaled, clock, loops);
  }

  /** For the other classes of this package, which change games by steps. */
  GameSteps steps() {
    return steps;
  }

  // Following games

  /** Adds a listener for every commit that this node makes or learns of. */
  public void listen(GameListener listener) {
    steps.listen(listener);
  }

  /** Sets the observer of the time that steps take. */
  public void observe(PlayObserver observer) {
    steps.monitor().observe(observer);
  }

  /** The number of steps that wait or run on this node. */
  public int stepsUnderWay() {
    return steps.monitor().underWay();
  }

  /**
   * A game, at least as new as the store had it when this began: as this node knows it if it hears
   * of every commit, else the store is asked.
   *
   * @throws dev.menagerie.server.GameUnavailable if its cards are missing or have changed, or a
   *     newer version stored it
   */
  public Optional<LiveGame> find(GameId game) {
    return steps.find(game);
  }

  /** A hint of what other nodes did; the store is asked when the game is needed. Never waits. */
  public void noteHint(Hints.Hint hint) {
    steps.noteHint(hint);
  }

  /** Calls {@code work} with a moment that cannot change until it returns. */
  public <T> T withLock(LiveGame game, Function<Moment, T> work) {
    return steps.withLock(game, work);
  }

  /** Reads a game up to this head, if this node follows it, and notifies its listeners. */
  public void catchUp(GameId game, Head seen) {
    steps.catchUp(game, seen);
  }

  /** Reads a game up to the version of a hint, if this node follows it. */
  public void catchUp(Hints.Hint.Moved hint) {
    steps.catchUp(hint);
  }

  /**
   * Publishes another node's commit from its hint. Never waits.
   *
   * @param read is called where the hint does not suffice, and has the store read
   */
  public void follow(Hints.Hint.Moved hint, Runnable read) {
    steps.follow(hint, read);
  }

  /** Whether a hint is news to this node, as far as that can be said without waiting. */
  public boolean isBehind(Hints.Hint.Moved hint) {
    return steps.isBehind(hint);
  }

  // Playing

  /** A game that a user may know of, and their seat in it, if they have one. */
  public record KnownGame(LiveGame game, Optional<Seat> seat) {}

  /** A game that a user may know of: their own, a public one, or one they are invited to. */
  public Optional<KnownGame> find(GameId id, UserId user) {
    return steps.find(id).flatMap(live -> known(live, user));
  }

  /** {@link #find} that never blocks: empty also where only the store knows. */
  public Optional<KnownGame> findKnown(GameId id, UserId user) {
    return steps.findKnown(id).flatMap(live -> known(live, user));
  }

  private static Optional<KnownGame> known(LiveGame live, UserId user) {
    return Optional.of(new KnownGame(live, live.moment().seatOf(user)))
        .filter(found -> mayKnowOf(found, user));
  }

  private static boolean mayKnowOf(KnownGame found, UserId user) {
    if (isCalledOff(found.game().moment())) return false;
    return found.seat().isPresent()
        || found.game().header().audience() == Audience.PUBLIC
        || isInvited(found.game().header(), user);
  }

  static boolean isCalledOff(Moment moment) {
    return moment.ending().map(end -> EndingCodes.isCalledOff(end.reason())).orElse(false);
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
    return steps.runAndWait(game, step);
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
    return steps.submit(game, step);
  }

  /** A player gives up; idempotent like any action. */
  public Outcome resign(GameId game, Seat seat, MessageId message) {
    return steps.runAndWait(game, ActStep.resign(seat, message, Optional.empty()));
  }

  /** {@link #resign} for callers that do not wait, as {@link #submitAction}. */
  public CompletionStage<Outcome> submitResignation(
      GameId game, Seat seat, MessageId message, Requester requester) {
    return steps.submit(game, ActStep.resign(seat, message, Optional.of(requester)));
  }

  /**
   * The game's clock has expired, or no second player has come. Refused while the clock still runs.
   */
  public Outcome expire(GameId game) {
    return steps.runAndWait(game, new ExpireStep(false));
  }

  /** {@link #expire} while many others wait: defers the checkpoint to a later turn's boundary. */
  public Outcome expireOverdue(GameId game) {
    return steps.runAndWait(game, new ExpireStep(true));
  }

  /**
   * {@link #expireOverdue} for several games of one partition, in one round trip.
   *
   * @return the games that the caller must expire one by one: their lock is taken, they end, or the
   *     store has not accepted the commit
   */
  public List<GameId> expireTogether(List<GameId> together) {
    return steps.runTogether(together, new ExpireStep(true));
  }

  /**
   * Decides {@link #expireOverdue} ahead of time. Nothing is published; a commit before the
   * deadline makes the draft invalid.
   */
  public void prepareExpiry(GameId game) {
    steps.prepare(game, new ExpireStep(true));
  }

  /** Warns the player to act that this clock expires soon; once, even if several nodes try. */
  public Outcome warn(GameId game, long clock) {
    return steps.runAndWait(game, new ClockNoteStep(clock, new ClockNoteStep.Note.Warning()));
  }

  /** The store has given back time that was lost: it goes into the game's log with the reason. */
  public void timeGivenBack(GameId game, Duration lost) {
    var clock = steps.clock(game);
    clock.ifPresent(now ->
        now.deadline()
            .map(deadline -> new ClockNoteStep.Note.GivenBack(lost, deadline))
            .ifPresent(note -> steps.runAndWait(game, new ClockNoteStep(now.number(), note))));
  }

  /** An operator gives the player to act more time. */
  public Outcome grantTime(GameId game, Duration time) {
    return steps.runAndWait(game, new OperatorStep(new OperatorStep.Act.GrantTime(time)));
  }

  /** An operator ends a running game without a result. */
  public Outcome voidGame(GameId game) {
    return steps.runAndWait(game, new OperatorStep(new OperatorStep.Act.VoidGame()));
  }

  /** A player has left the game: their clock is shorter until {@link #returned}. */
  public Outcome left(GameId game, Seat seat) {
    return steps.runAndWait(game, new PresenceStep(seat, PresenceStep.Change.LEFT));
  }

  /** A player who had left is back; refused if the game does not know that they had. */
  public Outcome returned(GameId game, Seat seat) {
    return steps.runAndWait(game, new PresenceStep(seat, PresenceStep.Change.RETURNED));
  }

  /** A player is back: more time, once per player and turn, if it is for them to act. */
  public Outcome grace(GameId game, Seat seat) {
    return steps.runAndWait(game, new GraceStep(seat));
  }
}
