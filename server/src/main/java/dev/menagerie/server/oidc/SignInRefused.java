package dev.menagerie.server.oidc;

/** What a browser brought back does not prove a sign-in. Nothing was changed. */
public final class SignInRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /**
   * @param message for the operator's log; never with a token or a code
   */
  SignInRefused(Reason reason, String message) {
    super(message, null, false, false); // a response, not a fault: no stack trace
    this.reason = reason;
  }

  /** Why, as clients are told. */
  public Reason reason() {
    return reason;
  }

  /** Why a sign-in is refused. */
  public enum Reason {
    /** It was begun too long ago, or not by this cluster; begin again. */
    EXPIRED,
    /** It was finished before; begin again. */
    USED,
    /** It was not begun by this browser or for this user. */
    NOT_YOURS,
    /** The provider refused the code, or its token proves nothing. */
    NOT_PROVEN
  }
}
