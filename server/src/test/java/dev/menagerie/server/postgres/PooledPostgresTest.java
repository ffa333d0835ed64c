package dev.menagerie.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.Stores;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrations and the journal's contract through a PgBouncer in transaction mode. */
class PooledPostgresTest extends DatabaseContract {
  /** More than the sessions of the pooler, and than the driver's threshold for preparing. */
  private static final int OFTEN = 20;

  @TempDir static Path directory;
  private static PooledDatabase pooled;

  @BeforeAll
  static void start() throws Exception {
    pooled = PooledDatabase.open("pgbouncer", directory, "");
  }

  @AfterAll
  static void stop() {
    if (pooled != null) pooled.close();
  }

  @Override
  protected Database database() {
    return pooled.database();
  }

  private static String setting(Handle handle, String name) {
    return handle
        .createQuery("select current_setting(:name)")
        .bind("name", name)
        .mapTo(String.class)
        .one();
  }

  @Test
  void limitsHoldInTransactionsAndDoNotReachOtherClients() throws Exception {
    var address = pooled.bouncer().address();
    var others = new ArrayList<String>();
    try (var other =
            DriverManager.getConnection(
                address.jdbcUrl(), address.application().user(), address.application().password());
        var statement = other.createStatement()) {
      for (int i = 0; i < OFTEN; i++) {
        List<String> ours =
            database()
                .transact(handle ->
                    List.of(
                        setting(handle, "statement_timeout"),
                        setting(handle, "idle_in_transaction_session_timeout"),
                        setting(handle, "TimeZone")));
        assertThat(ours).containsExactly("5s", "6s", "UTC");
        try (var row = statement.executeQuery("show statement_timeout")) {
          row.next();
          others.add(row.getString(1));
        }
      }
    }
    assertThat(others).hasSize(OFTEN).containsOnly("0");
  }

  @Test
  void anEndlessStatementIsCutWithoutATransaction() {
    assertThatThrownBy(() -> database().read(handle -> handle.execute("select pg_sleep(60)")))
        .isInstanceOf(StoreUnavailable.class);
  }

  @Test
  void aPoolerIsDistinguishedFromPostgresItself() throws Exception {
    assertThat(Pooler.isBefore(pooled.bouncer().address())).isTrue();
    assertThat(Pooler.isBefore(Stores.postgres())).isFalse();
  }

  @Test
  void statementsArePreparedOnlyWhereTheAddressSaysSo() {
    var address = PostgresAddress.parse("postgresql://a:b@h/d?x=y");
    assertThat(address.unprepared().jdbcUrl())
        .isEqualTo("jdbc:postgresql://h/d?x=y&prepareThreshold=0");
    var chosen = PostgresAddress.parse("postgresql://a:b@h/d?prepareThreshold=5");
    assertThat(chosen.unprepared()).isEqualTo(chosen);
  }
}
