package dev.menagerie.server.game;

import java.time.Instant;
import java.util.Optional;

/** What became of an attempt to extend a game. Only {@link Committed} changed anything. */
public sealed interface Commit {
  /**
   * It happened, now.
   *
   * @param at the store's time, never before that of the game's previous commit
   */
  record Committed(Head head, Instant at, GameClock clock) implements Commit {}

  /**
   * It had happened before: the very same request is answered with what it was answered then.
   *
   * @param reply empty once {@link GameStore#WHOLE_REPLIES} later ones have pushed it out
   */
  record Duplicate(int epoch, long version, Optional<String> reply) implements Commit {}

  /** The seat used this message id before, for something else. */
  record Reused(int epoch, long version) implements Commit {}

  /** Somebody else was first: load, decide and try again. */
  record Conflict(Head actual) implements Commit {}

  /** The clock has not run out. */
  record TooEarly(Optional<Instant> deadline, Instant now) implements Commit {}

  /** The game is over; its head stays. */
  record Ended(Head head) implements Commit {}

  /** The store has to be recovered before it may be trusted. */
  record Uncertified() implements Commit {}

  /** The journal's bound is reached: busy. */
  record Full() implements Commit {}

  /**
   * The game has used up {@link GameStore#MAX_REQUESTS}: only its clock and requests that end it
   * move it on.
   */
  record Exhausted() implements Commit {}

  /** No such game here. */
  record Missing() implements Commit {}

  /**
   * The store did not answer, not even when asked again: it may have happened. Whoever repeats the
   * request learns which; what the node remembers of the game must be loaded anew.
   */
  record Unknown() implements Commit {}
}
