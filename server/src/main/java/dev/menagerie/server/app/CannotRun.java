package dev.menagerie.server.app;

/** A verb cannot do its work for a reason its user can mend; the message is the one line shown. */
final class CannotRun extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private CannotRun(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  static CannotRun badUse(String message) {
    return new CannotRun(Menagerie.BAD_USE, message);
  }

  static CannotRun failed(String message) {
    return new CannotRun(1, message);
  }

  int exitCode() {
    return exitCode;
  }
}
