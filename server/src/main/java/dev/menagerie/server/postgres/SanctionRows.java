package dev.menagerie.server.postgres;

import dev.menagerie.server.game.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The sanctions of one kind, within the caller's transaction. A user has one of a kind at most; a
 * later one replaces it.
 */
final class SanctionRows<T> {
  private static final String IN_FORCE = " kind = :kind and (until is null or until > now())";

  private final String kind;
  private final Sanction<T> sanction;

  /**
   * Sanctions of this kind.
   *
   * @param kind the word in the table
   */
  SanctionRows(String kind, Sanction<T> sanction) {
    this.kind = kind;
    this.sanction = sanction;
  }

  /** Makes a sanction of its row. */
  @FunctionalInterface
  interface Sanction<T> {
    T of(UserId user, Optional<Instant> until, String reason, String operator, Instant since);
  }

  /** Sets the sanction of a user; nothing where there is no such user. */
  void put(Handle handle, UserId user, Optional<Duration> length, String reason, String operator) {
    handle
        .createUpdate(
            """
            insert into sanctions (user_id, kind, until, reason, operator)
            select id, :kind, now() + make_interval(secs => :length), :reason, :operator
            from users where id = :user
            on conflict (user_id, kind) do update set until = excluded.until,
              reason = excluded.reason, operator = excluded.operator, since = now()
            """)
        .bind("kind", kind)
        .bind("user", user.value())
        .bind("length", EntryArrays.orNull(length.map(Duration::toSeconds)))
        .bind("reason", reason)
        .bind("operator", operator)
        .execute();
  }

  /** Whether there was one in force. */
  boolean lift(Handle handle, UserId user) {
    return handle
            .createUpdate("delete from sanctions where user_id = :user and" + IN_FORCE)
            .bind("kind", kind)
            .bind("user", user.value())
            .execute()
        > 0;
  }

  Optional<T> of(Handle handle, UserId user) {
    return handle
        .createQuery("select * from sanctions where user_id = :user and" + IN_FORCE)
        .bind("kind", kind)
        .bind("user", user.value())
        .map((row, _) -> read(row))
        .findOne();
  }

  /** Those in force, the newest first. */
  List<T> all(Handle handle, int most) {
    return handle
        .createQuery(
            "select * from sanctions where"
                + IN_FORCE
                + " order by since desc, user_id limit :limit")
        .bind("kind", kind)
        .bind("limit", most)
        .map((row, _) -> read(row))
        .list();
  }

  private T read(ResultSet row) throws SQLException {
    return sanction.of(
        new UserId(row.getString("user_id")),
        Columns.instant(row, "until"),
        row.getString("reason"),
        row.getString("operator"),
        Columns.requiredInstant(row, "since"));
  }
}
