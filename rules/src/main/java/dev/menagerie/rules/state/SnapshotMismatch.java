package dev.menagerie.rules.state;

/** Thrown for a snapshot these rules cannot read. */
public final class SnapshotMismatch extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SnapshotMismatch(String message) {
    super(message);
  }
}
