package dev.menagerie.server.game;

import java.util.Optional;

/** Why a game changes, as far as the store has to know. */
public sealed interface Cause {
  /** A player asked; at most one commit ever answers this request. */
  record Asked(Request request) implements Cause {}

  /** The game's clock ran out; refused as long as it has not. */
  record ClockRanOut() implements Cause {}

  /** The service itself: a grace, an ending. Fenced by the head alone. */
  record Service() implements Cause {}

  /** The player's request behind the change; empty if a clock or the server caused it. */
  default Optional<Request> asked() {
    return this instanceof Asked asked ? Optional.of(asked.request()) : Optional.empty();
  }
}
