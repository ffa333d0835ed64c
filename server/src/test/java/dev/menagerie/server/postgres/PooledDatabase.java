package dev.menagerie.server.postgres;

import dev.menagerie.server.Stores;
import java.nio.file.Path;

/** An empty database that was opened through a PgBouncer in transaction mode. */
record PooledDatabase(PlainPgBouncer bouncer, Database database) implements AutoCloseable {
  /**
   * Starts the PgBouncer and opens the database.
   *
   * @param program of PgBouncer
   * @param options after the address, such as {@code ?prepareThreshold=1}
   */
  static PooledDatabase open(String program, Path directory, String options) throws Exception {
    var bouncer = PlainPgBouncer.start(program, directory, Stores.emptyDatabase());
    try {
      var address = bouncer.address();
      var url = address.jdbcUrl() + options;
      return new PooledDatabase(
          bouncer, Database.open(new PostgresAddress(url, address.application(), address.owner())));
    } catch (RuntimeException failed) {
      bouncer.close();
      throw failed;
    }
  }

  @Override
  public void close() {
    database.close();
    bouncer.close();
  }
}
