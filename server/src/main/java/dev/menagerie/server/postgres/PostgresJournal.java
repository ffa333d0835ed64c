package dev.menagerie.server.postgres;

import dev.menagerie.server.archive.HistoryComposer;
import dev.menagerie.server.archive.HistoryRow;
import dev.menagerie.server.game.Commit;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameJournal;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.JournalEntry;
import dev.menagerie.server.game.JournalRow;
import dev.menagerie.server.game.NewGame;
import dev.menagerie.server.game.Request;
import dev.menagerie.server.game.StoredRecord;
import dev.menagerie.server.rating.SameAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The journal of games in Postgres: rows that are only ever added. */
public final class PostgresJournal implements GameJournal {
  private static final String OF_GAME =
      """
      from game_journal j
      where j.game_id = :game and not exists (select 1 from game_epochs n
        where n.game_id = j.game_id and n.epoch > j.epoch and n.base_version < j.version)
      order by j.version
      """;

  private final Database database;
  private final JournalRows journal;

  /**
   * A journal in this database.
   *
   * @param composer makes the replay document of a finished game
   */
  public PostgresJournal(Database database, HistoryComposer composer) {
    this(database, composer, SameAddress.DOES_NOT_COUNT);
  }

  /**
   * @param sameAddress whether ranked games of players with one address count
   */
  public PostgresJournal(Database database, HistoryComposer composer, SameAddress sameAddress) {
    this.database = database;
    this.journal = new JournalRows(composer, sameAddress);
  }

  @Override
  public Creation create(NewGame game, Optional<CreationKey> key, CreationLimits limits) {
    return database.transact(handle -> NewGameRows.create(handle, game, key, limits));
  }

  @Override
  public List<GameId> untouched(Duration age, int limit) {
    return database.read(handle -> NewGameRows.untouched(handle, age, limit));
  }

  /** Drops names of creations that no client may repeat any more; to be called now and then. */
  public int sweep() {
    return database.read(NewGameRows::forgetKeys);
  }

  @Override
  public void discard(GameId game) {
    database.transact(handle -> NewGameRows.discard(handle, game));
  }

  @Override
  public Appended append(List<JournalEntry> entries) {
    if (entries.isEmpty()) return new Appended(0, List.of());
    // The same order on every node: two that write the same rows never wait for each other.
    var ordered = entries.stream().sorted(JournalEntry::inOrder).toList();
    return database.transact(handle -> append(handle, ordered));
  }

  Appended append(Handle handle, List<JournalEntry> ordered) {
    return journal.append(handle, ordered);
  }

  @Override
  public Optional<Head> head(GameId game) {
    return database.read(handle -> head(handle, game));
  }

  static Optional<Head> head(Handle handle, GameId game) {
    return Optional.ofNullable(heads(handle, Set.of(game)).get(game));
  }

  static Map<GameId, Head> heads(Handle handle, Set<GameId> games) {
    return handle
        .createQuery(
            """
            select e.game_id, e.epoch, coalesce(j.version, e.base_version) as version,
              coalesce(j.digest, e.base_digest) as digest
            from unnest(:games::text[]) as g (id)
            join lateral (select * from game_epochs
              where game_id = g.id order by epoch desc limit 1) e on true
            left join lateral (select version, digest from game_journal
              where game_id = e.game_id and epoch = e.epoch order by version desc limit 1) j on true
            """)
        .bindArray("games", String.class, games.stream().map(GameId::value).toArray())
        .map((row, _) -> Map.entry(new GameId(row.getString("game_id")), Columns.head(row)))
        .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  @Override
  public List<JournalRow> rows(GameId game) {
    return database.read(handle -> rows(handle, game));
  }

  /** Each epoch's rows up to where a later one begins. */
  private static List<JournalRow> rows(Handle handle, GameId game) {
    return handle
        .createQuery("select j.* " + OF_GAME)
        .bind("game", game.value())
        .map((row, _) -> Columns.journalRow(row))
        .list();
  }

  /** The same rows, as far as a history needs them: half of the text, a third of the columns. */
  static List<HistoryRow> historyRows(Handle handle, GameId game) {
    return handle
        .createQuery("select j.epoch, j.version, j.at, j.record " + OF_GAME)
        .bind("game", game.value())
        .map((row, _) ->
            new HistoryRow(
                row.getInt("epoch"),
                row.getLong("version"),
                Columns.requiredInstant(row, "at"),
                row.getString("record")))
        .list();
  }

  @Override
  public List<StoredRecord> recordsAfter(GameId game, int epoch, long version, int limit) {
    return database.read(handle ->
        handle
            .createQuery(
                "select version, at, record from game_journal where game_id = :game"
                    + " and epoch = :epoch and version > :version order by version limit :limit")
            .bind("game", game.value())
            .bind("epoch", epoch)
            .bind("version", version)
            .bind("limit", limit)
            .map((row, _) ->
                new StoredRecord(
                    row.getLong("version"),
                    Columns.requiredInstant(row, "at"),
                    row.getString("record")))
            .list());
  }

  @Override
  public Optional<Commit> reply(GameId game, Request request) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select j.* from game_journal j
                where j.game_id = :game and j.seat = :seat and j.message_id = :message
                  and not exists (select 1 from game_epochs n where n.game_id = j.game_id
                    and n.epoch > j.epoch and n.base_version < j.version)
                """)
            .bind("game", game.value())
            .bind("seat", request.seat())
            .bind("message", request.id().value())
            .map((row, _) -> Columns.journalRow(row).replyTo(request))
            .findOne());
  }
}
