package dev.menagerie.server.postgres;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.recovery.RecoveryLedger.Known;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Reads unfinished games with their heads in the journal. */
final class UnfinishedGames {
  private static final String SELECT =
      """
      select a.game_id, a.epoch, coalesce(j.version, e.base_version) as version,
        coalesce(j.digest, e.base_digest) as digest
      from active_games a
      join game_epochs e on e.game_id = a.game_id and e.epoch = a.epoch
      left join lateral (select version, digest from game_journal
        where game_id = a.game_id and epoch = a.epoch
        order by version desc limit 1) j on true
      """;

  private UnfinishedGames() {}

  static List<Known> of(Handle handle, Set<Partition> partitions) {
    return handle
        .createQuery(SELECT + "where a.partition = any(:partitions::int[])")
        .bindArray("partitions", Integer.class, PostgresLedger.numbers(partitions))
        .map((row, _) -> known(row))
        .list();
  }

  static Optional<Known> of(Handle handle, GameId game) {
    return handle
        .createQuery(SELECT + "where a.game_id = :game")
        .bind("game", game.value())
        .map((row, _) -> known(row))
        .findOne();
  }

  static Map<Partition, Integer> count(Handle handle, Set<Partition> partitions) {
    var games = new HashMap<Partition, Integer>();
    handle
        .createQuery(
            "select partition, count(*) from active_games"
                + " where partition = any(:partitions::int[]) group by partition")
        .bindArray("partitions", Integer.class, PostgresLedger.numbers(partitions))
        .map((row, _) -> Map.entry(new Partition(row.getInt(1)), row.getInt(2)))
        .forEach(found -> games.put(found.getKey(), found.getValue()));
    return games;
  }

  static Set<GameId> of(Handle handle, UserId user) {
    return handle
        .createQuery("select game_id from active_games where players @> array[:user::text]")
        .bind("user", user.value())
        .map((row, _) -> new GameId(row.getString(1)))
        .set();
  }

  private static Known known(ResultSet row) throws SQLException {
    return new Known(new GameId(row.getString("game_id")), Columns.head(row));
  }
}
