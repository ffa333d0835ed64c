package dev.menagerie.socketio;

/**
 * An event was not acknowledged: too late, the socket is gone, or it owes too many acknowledgements
 * already.
 */
public final class NotAcknowledged extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotAcknowledged(String why) {
    super(why, null, false, false);
  }
}
