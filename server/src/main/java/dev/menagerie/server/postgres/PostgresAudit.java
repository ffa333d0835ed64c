package dev.menagerie.server.postgres;

import dev.menagerie.server.admin.AuditLog;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The acts of operators, a row each. */
public final class PostgresAudit implements AuditLog {
  /** One statement's share: it must end within the database's time limit. */
  private static final int MAX_SWEPT = 10_000;

  private final Database database;

  /** The audit log in this database. */
  public PostgresAudit(Database database) {
    this.database = database;
  }

  @Override
  public void add(Act act) {
    database.read(handle ->
        handle.execute(
            "insert into audit (operator, act, subject, details, status) values (?, ?, ?, ?, ?)",
            act.operator(),
            act.act(),
            act.subject(),
            act.details(),
            act.status()));
  }

  /**
   * Deletes acts that are older, at most {@value #MAX_SWEPT} in one call; to be called now and
   * then.
   */
  public int sweep(Duration kept) {
    return database.read(handle ->
        handle.execute(
            "delete from audit where id in (select id from audit"
                + " where at < now() - make_interval(secs => ?) order by at limit ?)",
            kept.toSeconds(),
            MAX_SWEPT));
  }

  @Override
  public List<Entry> read(Optional<String> subject, Optional<String> operator, long before) {
    return database.read(handle ->
        handle
            .createQuery(
                "select * from audit where id < :before"
                    + " and (:subject = '' or subject = :subject)"
                    + " and (:operator = '' or operator = :operator)"
                    + " order by id desc limit :limit")
            .bind("before", before)
            .bind("subject", subject.orElse(""))
            .bind("operator", operator.orElse(""))
            .bind("limit", MAX_ROWS)
            .map((row, _) ->
                new Entry(
                    row.getLong("id"),
                    Columns.requiredInstant(row, "at"),
                    row.getString("operator"),
                    row.getString("act"),
                    row.getString("subject"),
                    row.getString("details"),
                    row.getInt("status")))
            .list());
  }
}
