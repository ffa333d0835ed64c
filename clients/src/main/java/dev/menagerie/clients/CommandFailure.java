package dev.menagerie.clients;

/** A command that cannot do its work for a reason its user can mend; the message is one line. */
final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private CommandFailure(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** The options cannot be used: exit code 2. */
  static CommandFailure badUse(String message) {
    return new CommandFailure(2, message);
  }

  /** The work failed: exit code 1. */
  static CommandFailure failed(String message) {
    return new CommandFailure(1, message);
  }

  int exitCode() {
    return exitCode;
  }
}
