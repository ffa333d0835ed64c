package dev.menagerie.server.postgres;

/** A newer build has changed the tables; this one cannot know what they mean. For the operator. */
public final class NewerSchema extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NewerSchema(String version) {
    super(
        "a newer version of Menagerie has migrated this database (to "
            + version
            + "): start that version, or restore a backup into an empty place");
  }
}
