package dev.menagerie.server.postgres;

/** Another user has this name, or one that looks like it; undoes the transaction it is thrown in. */
final class NameTaken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NameTaken() {
    super("name taken", null, false, false);
  }
}
