package dev.menagerie.server.postgres;

import dev.menagerie.server.game.CommittedRequest;
import dev.menagerie.server.game.GameClock;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.MessageId;
import dev.menagerie.server.game.Request;
import dev.menagerie.server.game.StoredRecord;
import dev.menagerie.server.recovery.RecoveryLedger;
import dev.menagerie.server.recovery.RestoredClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What a restore needs of one game's rows in the journal. Filled row by row, in order. */
final class RestoredRows {
  /**
   * The rows of one game after another: of each epoch those up to where a later one begins, as the
   * rows behind that are not part of the game. Of each row only what is needed: whole records are
   * 30 KB a game. The order within makes Postgres look for each game by the index, whatever it
   * believes of the tables' sizes: it once read the whole journal for every 32 games.
   */
  private static final String SELECT =
      """
      select g.number, j.epoch, j.version, (extract(epoch from j.at) * 1000)::bigint,
        j.seat, j.message_id, j.payload_hash,
        case when j.version > g.snapshot then j.record end,
        case when j.version > g.head - :replies and j.message_id is not null then j.reply end,
        case when j.version = g.head then j.clock_number end,
        case when j.version = g.head then (extract(epoch from j.deadline) * 1000)::bigint end,
        case when j.version = g.head then j.paused_ms end
      from unnest(:games::text[], :snapshots::bigint[], :heads::bigint[])
        with ordinality as g (id, snapshot, head, number)
      cross join lateral (select n.epoch, min(n.base_version) over (order by n.epoch desc
          rows between unbounded preceding and 1 preceding) as last
        from game_epochs n where n.game_id = g.id) e
      cross join lateral (select * from game_journal j
        where j.game_id = g.id and j.epoch = e.epoch
          and (e.last is null or j.version <= e.last)
          and (j.message_id is not null or j.version > g.snapshot or j.version = g.head)
        order by j.version) j
      order by g.number, j.version
      """;

  final List<StoredRecord> records = new ArrayList<>();
  final List<CommittedRequest> requests = new ArrayList<>();
  final Map<Long, String> replies = new HashMap<>();
  private Instant at = Instant.EPOCH;
  private Optional<GameClock> clock = Optional.empty();

  /** The time of the last commit; the epoch of {@link Instant} if there is none. */
  Instant at() {
    return at;
  }

  /** As of the last commit; empty if there is none. */
  Optional<RestoredClock> clock() {
    return clock.map(last -> RestoredClock.of(last, at));
  }

  /** A game whose rows are wanted: those after its snapshot, up to its head. */
  record Wanted(GameId game, long snapshotVersion, Head head) {}

  /** The rows of each of these games, in their order. */
  static List<RestoredRows> of(Handle handle, List<Wanted> games) {
    var all = new ArrayList<RestoredRows>();
    for (int i = 0; i < games.size(); i++) all.add(new RestoredRows());
    handle
        .createQuery(SELECT)
        .bindArray("games", String.class, games.stream().map(g -> g.game().value()).toArray())
        .bindArray("snapshots", Long.class, games.stream().map(Wanted::snapshotVersion).toArray())
        .bindArray("heads", Long.class, games.stream().map(g -> g.head().version()).toArray())
        .bind("replies", RecoveryLedger.RESTORED_REPLIES)
        .scanResultSet((rows, _) -> {
          var row = rows.get();
          while (row.next()) all.get(row.getInt(1) - 1).add(row);
          return null;
        });
    return all;
  }

  private void add(ResultSet row) throws SQLException {
    long version = row.getLong(3);
    at = Instant.ofEpochMilli(row.getLong(4));
    var message = row.getString(6);
    if (message != null) {
      var request = new Request(row.getInt(5), new MessageId(message), row.getString(7));
      requests.add(new CommittedRequest(request, row.getInt(2), version));
    }
    var record = row.getString(8);
    if (record != null) records.add(new StoredRecord(version, at, record));
    var reply = row.getString(9);
    if (reply != null) replies.put(version, reply);
    if (row.getObject(10, Long.class) != null) clock = Optional.of(clock(row));
  }

  private static GameClock clock(ResultSet row) throws SQLException {
    return new GameClock(
        row.getLong(10),
        Optional.ofNullable(row.getObject(11, Long.class)).map(Instant::ofEpochMilli),
        Optional.ofNullable(row.getObject(12, Long.class)).map(Duration::ofMillis));
  }
}
