package dev.menagerie.server.postgres;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.players.Reports;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reports in Postgres, a row each. */
public final class PostgresReports implements Reports {
  /** Rows of one batch of {@link #sweep}. */
  private static final int SWEPT = 1_000;

  private static final String WITH_NAMES =
      "select r.*, a.name as reporter_name, b.name as reported_name from reports r"
          + " join users a on a.id = r.reporter join users b on b.id = r.reported where ";

  private final Database database;

  /** Reports in this database. */
  public PostgresReports(Database database) {
    this.database = database;
  }

  @Override
  public Outcome file(NewReport report) {
    return database.transact(handle -> {
      if (!PostgresRelations.lockBoth(handle, report.reporter(), report.reported())) {
        return new Outcome.NoSuchUser();
      }
      var game = report.game().map(GameId::value).orElse("");
      int waiting =
          handle
              .createQuery(
                  "select count(*) from reports where reporter = :reporter and closed_at is null"
                      + " and not (reported = :reported and game_id = :game)")
              .bind("reporter", report.reporter().value())
              .bind("reported", report.reported().value())
              .bind("game", game)
              .mapTo(Integer.class)
              .one();
      if (waiting >= MAX_WAITING) return new Outcome.LimitReached(MAX_WAITING);
      long id =
          handle
              .createQuery(
                  """
                  insert into reports (reporter, reported, reason, game_id, details)
                  values (:reporter, :reported, :reason, :game, :details)
                  on conflict (reporter, reported, game_id) where closed_at is null
                  do update set reason = excluded.reason, details = excluded.details
                  returning id
                  """)
              .bind("reporter", report.reporter().value())
              .bind("reported", report.reported().value())
              .bind("reason", report.reason().name().toLowerCase(Locale.ROOT))
              .bind("game", game)
              .bind("details", report.details())
              .mapTo(Long.class)
              .one();
      return new Outcome.Filed(id);
    });
  }

  @Override
  public List<Report> by(UserId reporter) {
    return database.read(handle ->
        handle
            .createQuery(WITH_NAMES + "r.reporter = :reporter order by r.id desc limit :limit")
            .bind("reporter", reporter.value())
            .bind("limit", MAX_LISTED)
            .map((row, _) -> report(row))
            .list());
  }

  @Override
  public List<Report> queue(boolean closed, Optional<UserId> reported) {
    var which = closed ? "r.closed_at is not null" : "r.closed_at is null";
    var order = closed ? " order by r.closed_at desc, r.id desc" : " order by r.id";
    return database.read(handle ->
        handle
            .createQuery(
                WITH_NAMES
                    + which
                    + " and (:reported = '' or r.reported = :reported)"
                    + order
                    + " limit :limit")
            .bind("reported", reported.map(UserId::value).orElse(""))
            .bind("limit", MAX_LISTED)
            .map((row, _) -> report(row))
            .list());
  }

  @Override
  public boolean close(long id, String operator, String note) {
    return database.read(handle ->
        handle.execute(
                "update reports set closed_at = now(), closed_by = ?, note = ?"
                    + " where id = ? and closed_at is null",
                operator,
                note,
                id)
            == 1);
  }

  /** Deletes reports that were closed so long ago, a batch at a time; how many. */
  public int sweep(Duration age) {
    return database.read(handle ->
        handle.execute(
            "delete from reports where id in (select id from reports"
                + " where closed_at < now() - make_interval(secs => ?) limit ?)",
            age.toSeconds(),
            SWEPT));
  }

  private static Report report(ResultSet row) throws SQLException {
    var game = row.getString("game_id");
    var operator = row.getString("closed_by");
    var note = row.getString("note");
    return new Report(
        row.getLong("id"),
        new UserId(row.getString("reporter")),
        row.getString("reporter_name"),
        new UserId(row.getString("reported")),
        row.getString("reported_name"),
        Reason.valueOf(row.getString("reason").toUpperCase(Locale.ROOT)),
        game.isEmpty() ? Optional.empty() : Optional.of(new GameId(game)),
        row.getString("details"),
        Columns.requiredInstant(row, "created_at"),
        Columns.instant(row, "closed_at").map(at -> new Closing(at, operator, note)));
  }
}
