package dev.menagerie.bots;

import dev.menagerie.rules.command.Rejection;

/** Thrown when a bot does what it may not: a fault of the bot or of the list of legal actions. */
public final class IllegalMove extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public IllegalMove(String action, Rejection reason) {
    super(action + " was refused: " + reason);
  }
}
