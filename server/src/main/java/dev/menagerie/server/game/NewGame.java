package dev.menagerie.server.game;

import java.util.Optional;

/**
 * A game about to exist, at version 0.
 *
 * @param header what never changes, as JSON: players so far, rules, decks, seed; the first digest
 *     covers it. Secret: never shown, never logged
 * @param checkpoint the state at version 0
 * @param clock the clock it starts with; a waiting game's ends its wait
 * @param invited the user that a waiting game is for
 */
public record NewGame(
    GameId id, String header, Checkpoint checkpoint, ClockOp clock, Optional<UserId> invited) {
  /** A game without an invited user. */
  public NewGame(GameId id, String header, Checkpoint checkpoint, ClockOp clock) {
    this(id, header, checkpoint, clock, Optional.empty());
  }

  /** The head of a game at its first version. */
  public Head head() {
    return Head.initial(header);
  }

  @Override
  public String toString() {
    return "NewGame[" + id + "]";
  }
}
