package dev.menagerie.server.tournament;

/** A step that a tournament does not allow now; nothing was changed. */
public final class TournamentRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Why a step is refused. */
  public enum Reason {
    /** The user has not registered, or has dropped; or there is no such match. */
    NOT_FOUND,
    /** The tournament takes no more players. */
    FULL,
    /** It is too early or too late for this. */
    WRONG_PHASE
  }

  TournamentRefused(Reason reason, String message) {
    super(message, null, false, false); // a response, not a fault: no stack trace
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
