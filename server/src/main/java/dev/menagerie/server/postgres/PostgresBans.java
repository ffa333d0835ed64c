package dev.menagerie.server.postgres;

import dev.menagerie.server.auth.Ban;
import dev.menagerie.server.auth.BanStore;
import dev.menagerie.server.auth.SessionStore.EndReason;
import dev.menagerie.server.game.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Bans in Postgres, in the table of sanctions. */
public final class PostgresBans implements BanStore {
  private static final String IN_FORCE = " kind = 'ban' and (until is null or until > now())";

  private final Database database;

  /** Bans in this database. */
  public PostgresBans(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Done> ban(
      UserId user, Optional<Duration> length, String reason, String operator) {
    return database.transact(handle -> {
      // Waits for sign-ins under way, so that their sessions are ended here; later ones wait.
      boolean isUser =
          handle
              .createQuery("select 1 from users where id = :user for update")
              .bind("user", user.value())
              .mapTo(Integer.class)
              .findOne()
              .isPresent();
      if (!isUser) return Optional.empty();
      handle
          .createUpdate(
              """
              insert into sanctions (user_id, kind, until, reason, operator)
              values (:user, 'ban', now() + make_interval(secs => :length), :reason, :operator)
              on conflict (user_id, kind) do update set until = excluded.until,
                reason = excluded.reason, operator = excluded.operator, since = now()
              """)
          .bind("user", user.value())
          .bind("length", EntryArrays.orNull(length.map(Duration::toSeconds)))
          .bind("reason", reason)
          .bind("operator", operator)
          .execute();
      var ended = PostgresSessions.endAll(handle, user, EndReason.BANNED);
      return Optional.of(new Done(of(handle, user).orElseThrow(), ended));
    });
  }

  @Override
  public boolean lift(UserId user) {
    return database.read(handle ->
        handle.execute("delete from sanctions where user_id = ? and" + IN_FORCE, user.value()) > 0);
  }

  @Override
  public Optional<Ban> of(UserId user) {
    return database.read(handle -> of(handle, user));
  }

  static Optional<Ban> of(Handle handle, UserId user) {
    return handle
        .createQuery("select * from sanctions where user_id = :user and" + IN_FORCE)
        .bind("user", user.value())
        .map((row, _) -> ban(row))
        .findOne();
  }

  @Override
  public List<Ban> all() {
    return database.read(handle ->
        handle
            .createQuery(
                "select * from sanctions where"
                    + IN_FORCE
                    + " order by since desc, user_id limit :limit")
            .bind("limit", MAX_LISTED)
            .map((row, _) -> ban(row))
            .list());
  }

  /** Deletes bans that are over; to be called now and then. */
  public int sweep() {
    return database.read(handle -> handle.execute("delete from sanctions where until < now()"));
  }

  private static Ban ban(ResultSet row) throws SQLException {
    return new Ban(
        new UserId(row.getString("user_id")),
        Columns.instant(row, "until"),
        row.getString("reason"),
        row.getString("operator"),
        Columns.requiredInstant(row, "since"));
  }
}
