package dev.menagerie.server.settings;

/**
 * A command cannot do its work, for a reason that its user can correct. The message is the one line
 * that the user sees; there is no stack trace.
 */
public final class CommandFailure extends RuntimeException {
  /** The exit code of a command whose options or arguments are wrong. */
  public static final int BAD_USE = 2;

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private CommandFailure(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /**
   * The options or arguments are wrong.
   *
   * @param message one line without secrets
   */
  public static CommandFailure badUse(String message) {
    return new CommandFailure(BAD_USE, message);
  }

  /**
   * The command was used correctly and failed; exit code 1.
   *
   * @param message one line without secrets
   */
  public static CommandFailure failed(String message) {
    return new CommandFailure(1, message);
  }

  /** The exit code of the process. */
  public int exitCode() {
    return exitCode;
  }
}
