package dev.menagerie.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The journal's contract with prepared statements through a newer PgBouncer, which keeps them.
 * {@code server/src/test/stores/fetch.sh} brings it; without it these tests are skipped.
 */
@Tag("long")
class PreparingPgBouncerTest extends DatabaseContract {
  @TempDir static Path directory;
  private static PooledDatabase pooled;

  @BeforeAll
  static void start() throws Exception {
    var program = Path.of("target", "other-stores", "pgbouncer-1.24").toAbsolutePath().toString();
    pooled = PooledDatabase.open(program, directory, "?prepareThreshold=1");
  }

  @AfterAll
  static void stop() {
    if (pooled != null) pooled.close();
  }

  @Override
  protected Database database() {
    return pooled.database();
  }

  @Test
  void statementsArePrepared() {
    int prepared =
        database()
            .transact(handle -> {
              handle.createQuery("select 41").mapTo(Integer.class).one();
              handle.createQuery("select 41").mapTo(Integer.class).one();
              return handle
                  .createQuery(
                      "select count(*) from pg_prepared_statements where statement = 'select 41'")
                  .mapTo(Integer.class)
                  .one();
            });
    assertThat(prepared).isEqualTo(1);
  }
}
