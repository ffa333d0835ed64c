package dev.menagerie.server.recovery;

/** The store of running games was last used with another journal: together they prove nothing. */
public final class MismatchedStores extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MismatchedStores() {
    super(
        "this Redis was last used with another Postgres database, or with a state of it that is"
            + " gone: give both addresses of one installation, or delete everything in Redis to"
            + " restore unfinished games from Postgres");
  }
}
