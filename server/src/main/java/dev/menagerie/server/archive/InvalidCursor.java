package dev.menagerie.server.archive;

/** A cursor that no page ever gave out. */
public final class InvalidCursor extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidCursor() {
    super("not a cursor of this list");
  }
}
