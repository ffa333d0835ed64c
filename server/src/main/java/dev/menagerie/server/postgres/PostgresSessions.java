package dev.menagerie.server.postgres;

import dev.menagerie.server.auth.Sessions;
import dev.menagerie.server.auth.User;
import dev.menagerie.server.game.UserId;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Sign-ins, a row each. */
public final class PostgresSessions implements Sessions {
  /** Ended sessions are kept so long to tell what happened. */
  private static final Duration KEPT = Duration.ofDays(7);

  private final Database database;

  public PostgresSessions(Database database) {
    this.database = database;
  }

  @Override
  public void start(String session, UserId user, byte[] tokenHash, Duration life) {
    database.read(handle ->
        handle.execute(
            "insert into refresh_families (id, user_id, token_hash, expires_at)"
                + " values (?, ?, ?, now() + make_interval(secs => ?))",
            session,
            user.value(),
            tokenHash,
            life.toSeconds()));
  }

  @SuppressWarnings("ArrayRecordComponent") // private, never compared
  private record Row(User user, byte[] tokenHash) {}

  @Override
  public Rotation rotate(String session, byte[] shownHash, byte[] newHash, Duration life) {
    return database.transact(handle -> {
      var found = locked(handle, session);
      if (found.isEmpty()) return new Rotation.Unknown();
      var user = found.get().user();
      if (!MessageDigest.isEqual(found.get().tokenHash(), shownHash)) {
        end(handle, session, EndReason.TOKEN_REUSED);
        return new Rotation.Reused(user.id());
      }
      handle.execute(
          "update refresh_families set token_hash = ?, rotation = rotation + 1,"
              + " expires_at = now() + make_interval(secs => ?) where id = ?",
          newHash,
          life.toSeconds(),
          session);
      return new Rotation.Rotated(user);
    });
  }

  private static Optional<Row> locked(Handle handle, String session) {
    return handle
        .createQuery(
            "select u.id, u.name, u.registered, f.token_hash from refresh_families f"
                + " join users u on u.id = f.user_id"
                + " where f.id = :session and f.ended_at is null and f.expires_at > now()"
                + " for update of f")
        .bind("session", session)
        .map((row, _) -> new Row(user(row), row.getBytes(4)))
        .findOne();
  }

  @Override
  public Optional<UserId> end(String session, EndReason reason) {
    return database.read(handle -> end(handle, session, reason));
  }

  private static Optional<UserId> end(Handle handle, String session, EndReason reason) {
    return handle
        .createQuery(
            "update refresh_families set ended_at = now(), end_reason = :reason"
                + " where id = :session and ended_at is null returning user_id")
        .bind("reason", reason.name().toLowerCase(Locale.ROOT))
        .bind("session", session)
        .mapTo(String.class)
        .findOne()
        .map(UserId::new);
  }

  @Override
  public Optional<User> userOf(String session) {
    return database.read(handle ->
        handle
            .createQuery(
                "select u.id, u.name, u.registered from refresh_families f"
                    + " join users u on u.id = f.user_id"
                    + " where f.id = :session and f.ended_at is null and f.expires_at > now()")
            .bind("session", session)
            .map((row, _) -> user(row))
            .findOne());
  }

  private static User user(ResultSet row) throws SQLException {
    return new User(
        new UserId(row.getString(1)),
        row.getString(2),
        row.getBoolean(3) ? User.Kind.REGISTERED : User.Kind.GUEST);
  }

  /** Drops sessions that have been over for long; to be called now and then. */
  public int sweep() {
    return database.read(handle ->
        handle.execute(
            "delete from refresh_families"
                + " where least(expires_at, ended_at) < now() - make_interval(secs => ?)",
            KEPT.toSeconds()));
  }
}
