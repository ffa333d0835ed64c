package dev.menagerie.server.embedded;

import java.nio.file.Path;

/** Another living server holds the data directory. */
public final class DataDirectoryInUse extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DataDirectoryInUse(Path directory, String holder) {
    super(
        "data directory "
            + directory
            + " is in use by another server"
            + holder
            + "; stop it or give another --data-dir");
  }
}
