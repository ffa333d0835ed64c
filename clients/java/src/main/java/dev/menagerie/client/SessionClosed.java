package dev.menagerie.client;

/** The session ended before the request was answered, or the game cannot be joined. */
public final class SessionClosed extends ClientException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String reason;

  SessionClosed(String code, String message) {
    super("the session is closed: " + code + ". " + message, null);
    this.code = code;
    this.reason = message;
  }

  /** The same with the stack of the calling thread. */
  SessionClosed again() {
    return new SessionClosed(code, reason);
  }

  /**
   * Why: {@code left} by this client, a code of {@code session:closed}, the code of the refusal
   * when the game cannot be joined, or {@code interrupted}: the calling thread was.
   */
  public String code() {
    return code;
  }
}
