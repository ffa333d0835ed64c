package dev.menagerie.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.Stores;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {
  private final Database database = Stores.database();

  @Test
  void migratingTwiceChangesNothing() {
    Database.open(Stores.postgres()).close();
    assertThat(database.answers()).isTrue();
  }

  @Test
  void theApplicationMayNotChangeTheSchema() {
    assertThatThrownBy(() -> database.read(h -> h.execute("create table mine (x int)")))
        .isInstanceOf(JdbiException.class)
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> database.read(h -> h.execute("delete from schema_history")))
        .hasMessageContaining("permission denied");
  }

  @Test
  void aTransactionThatFailsLeavesNothing() {
    assertThatThrownBy(() ->
            database.transact(handle -> {
              handle.execute(
                  "insert into users (id, name, name_key, registered)"
                      + " values ('u-half', 'Half', 'half', false)");
              return handle.execute("select 1 / 0");
            }))
        .isInstanceOf(JdbiException.class);
    int left =
        database.read(h ->
            h.createQuery("select count(*) from users where id = 'u-half'")
                .mapTo(Integer.class)
                .one());
    assertThat(left).isZero();
  }

  @Test
  void anEndlessStatementIsCutAndNamed() {
    assertThatThrownBy(() ->
            database.transact(handle -> {
              handle.execute("set local statement_timeout = 50");
              return handle.execute("select pg_sleep(30)");
            }))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessage("postgres is unavailable");
  }

  @Test
  void aDatabaseThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> Database.open(PostgresAddress.parse("postgres://a:b@127.0.0.1:1/x")))
        .isInstanceOf(StoreUnavailable.class);
  }

  @Test
  void addressesAreReadInAllTheirSpellings() {
    var address = PostgresAddress.parse("postgresql://ann:p%40ss+w@db.example:6432/cards?ssl=true");
    assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example:6432/cards?ssl=true");
    assertThat(address.application())
        .isEqualTo(new PostgresAddress.Login("ann", "p@ss+w"))
        .hasToString("ann");
    assertThat(PostgresAddress.parse("postgres://a:b@h1:5432,h2/d?x=y").jdbcUrl())
        .isEqualTo("jdbc:postgresql://h1:5432,h2/d?x=y");
    assertThat(PostgresAddress.parse("jdbc:postgresql://a:b@h/d").jdbcUrl())
        .isEqualTo("jdbc:postgresql://h/d");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mysql://a:secret@h/d",
        "postgres://h/d",
        "postgres://secret@h/d",
        "postgres://a:secret@h",
        "postgres://a:secret@h/",
        "postgres://a:secret@h,/d",
        "postgres://a:sec ret@h/d"
      })
  void anAddressThatCannotBeReadIsRefusedWithoutRepeatingIt(String address) {
    assertThatThrownBy(() -> PostgresAddress.parse(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("sec")
        .hasNoCause();
  }
}
