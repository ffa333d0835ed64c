package dev.menagerie.server.game;

import java.time.Instant;
import java.util.Optional;

/** The result of an attempt to extend a game. Only {@link Committed} changed anything. */
public sealed interface Commit {
  /**
   * The entry was committed now.
   *
   * @param at the store's time, never before that of the game's previous commit
   */
  record Committed(Head head, Instant at, GameClock clock) implements Commit {}

  /**
   * The request has been committed before; the reply is the original one.
   *
   * @param reply empty once {@link GameStore#WHOLE_REPLIES} later replies have replaced it, or when
   *     the game was restored long after it: the journal has it
   */
  record Duplicate(int epoch, long version, Optional<String> reply) implements Commit {}

  /** The seat used this message id before, for something else. */
  record Reused(int epoch, long version) implements Commit {}

  /** Another node has committed first: load, decide and try again. */
  record Conflict(Head actual) implements Commit {}

  /** The clock has not run out. */
  record TooEarly(Optional<Instant> deadline, Instant now) implements Commit {}

  /** The game is over; its head stays. */
  record Ended(Head head) implements Commit {}

  /** The store has to be recovered before it may be trusted. */
  record Uncertified() implements Commit {}

  /** The partition's outbox is full because the journal is behind: busy. */
  record Full() implements Commit {}

  /**
   * The game has used up {@link GameStore#MAX_REQUESTS}: only its clock and requests that end it
   * move it on.
   */
  record Exhausted() implements Commit {}

  /** The store does not have this game. */
  record Missing() implements Commit {}

  /**
   * The store did not answer, even when it was asked again, so the commit may have happened. A
   * repeated request finds out; the node must load the game again.
   */
  record Unknown() implements Commit {}
}
