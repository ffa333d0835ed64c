package dev.menagerie.bots;

import dev.menagerie.rules.command.Rejection;

/** A bot chose an illegal action: a fault of the bot or of the list of legal actions. */
public final class IllegalMove extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A bot chose an action that the rules refuse. */
  public IllegalMove(String action, Rejection reason) {
    super(action + " was refused: " + reason);
  }
}
