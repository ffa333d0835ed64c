package dev.menagerie.server.postgres;

import dev.menagerie.server.admin.Storage;
import java.util.List;

/** The sizes of our tables. */
public record PostgresStorage(Database database) implements Storage {
  @Override
  public List<Table> tables() {
    return database.read(handle ->
        handle
            .createQuery(
                "select relname, n_live_tup, pg_total_relation_size(relid) as bytes"
                    + " from pg_stat_user_tables order by bytes desc, relname")
            .map((row, _) ->
                new Table(
                    row.getString("relname"), row.getLong("n_live_tup"), row.getLong("bytes")))
            .list());
  }
}
