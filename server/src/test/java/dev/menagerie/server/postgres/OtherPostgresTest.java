package dev.menagerie.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.embedded.OtherPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Migrations and the journal's contract on the versions of Postgres between Debian 12's, which
 * {@code SystemStoresTest} plays on, and the embedded one.
 */
@Tag("long")
class OtherPostgresTest {
  @TempDir static Path directory;

  private static final Map<Integer, Database> OPEN = new HashMap<>();
  private static final List<AutoCloseable> STARTED = new ArrayList<>();

  @AfterAll
  static void stop() throws Exception {
    for (var started : STARTED.reversed()) started.close();
    STARTED.clear();
    OPEN.clear();
  }

  /** A database on this version, migrated; one for all tests. */
  private static Database on(int version) throws Exception {
    var open = OPEN.get(version);
    if (open != null) return open;
    var own = Files.createDirectory(directory.resolve("postgres-" + version));
    var programs = OtherPostgres.programs(version, own.resolve("programs"));
    var postgres = PlainPostgres.start(programs, own);
    STARTED.add(postgres);
    var database = Database.open(PostgresAddress.parse(postgres.url()));
    STARTED.add(database);
    OPEN.put(version, database);
    return database;
  }

  @Nested
  class Sixteen extends OnVersion {
    Sixteen() {
      super(16);
    }
  }

  @Nested
  class Seventeen extends OnVersion {
    Seventeen() {
      super(17);
    }
  }

  /** The contract on one version. */
  abstract static class OnVersion extends DatabaseContract {
    private final int version;

    OnVersion(int version) {
      this.version = version;
    }

    @Override
    protected Database database() throws Exception {
      return on(version);
    }

    @Test
    void itIsThatVersion() throws Exception {
      int running =
          database()
              .read(handle ->
                  handle
                      .createQuery("select current_setting('server_version_num')::int / 10000")
                      .mapTo(Integer.class)
                      .one());
      assertThat(running).isEqualTo(version);
    }
  }
}
