package dev.menagerie.server.archive;

/** A cursor that no page of this list returned. */
public final class InvalidCursor extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the refusal of a cursor. */
  public InvalidCursor() {
    super("not a cursor of this list");
  }
}
