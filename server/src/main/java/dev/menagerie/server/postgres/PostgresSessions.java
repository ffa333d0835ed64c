package dev.menagerie.server.postgres;

import dev.menagerie.server.auth.Ban;
import dev.menagerie.server.auth.SessionStore;
import dev.menagerie.server.auth.User;
import dev.menagerie.server.game.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The sessions in Postgres, one row for each. */
public final class PostgresSessions implements SessionStore {
  /** Ended sessions are stored this long, so that the reason can be reported. */
  private static final Duration KEPT = Duration.ofDays(7);

  /** One statement's share: it must end within the database's time limit. */
  private static final int MAX_SWEPT = 5_000;

  private final Database database;

  /** Sessions in this database. */
  public PostgresSessions(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Ban> start(Family family, Duration life) {
    var user = family.user().id();
    return database.transact(handle -> {
      // A ban locks its user, too: it is seen here, or it sees this session and ends it.
      handle.execute("select 1 from users where id = ? for key share", user.value());
      var ban = PostgresBans.of(handle, user);
      if (ban.isEmpty()) insert(handle, family, life);
      return ban;
    });
  }

  private static void insert(Handle handle, Family family, Duration life) {
    handle.execute(
        "insert into refresh_families"
            + " (id, user_id, token_hash, token_key, rotated_by, expires_at)"
            + " values (?, ?, ?, ?, ?, now() + make_interval(secs => ?))",
        family.session(),
        family.user().id().value(),
        family.tokenHash(),
        family.tokenKey(),
        family.replaced().client(),
        life.toSeconds());
  }

  @Override
  public Optional<Barred> barred(String session) {
    return database.read(handle ->
        handle
            .createQuery(
                "select user_id, token_key from refresh_families"
                    + " where id = :session and end_reason = :reason")
            .bind("session", session)
            .bind("reason", name(EndReason.BANNED))
            .map((row, _) -> Map.entry(new UserId(row.getString(1)), row.getBytes(2)))
            .findOne()
            .flatMap(ended ->
                PostgresBans.of(handle, ended.getKey())
                    .map(ban -> new Barred(ended.getValue(), ban))));
  }

  @Override
  public Optional<Family> find(String session) {
    return database.read(handle ->
        handle
            .createQuery(
                "select u.id, u.name, u.registered, f.token_hash, f.token_key, f.rotated_by,"
                    + " extract(epoch from now() - f.rotated_at) * 1000 from refresh_families f"
                    + " join users u on u.id = f.user_id"
                    + " where f.id = :session and f.ended_at is null and f.expires_at > now()")
            .bind("session", session)
            .map((row, _) ->
                new Family(
                    session,
                    user(row),
                    row.getBytes(4),
                    row.getBytes(5),
                    new Replaced(Duration.ofMillis(row.getLong(7)), row.getString(6))))
            .findOne());
  }

  @Override
  public boolean replace(String session, byte[] former, byte[] next, Duration life, String client) {
    return database.read(handle ->
        handle.execute(
            "update refresh_families set token_hash = ?, rotation = rotation + 1,"
                + " rotated_at = now(), rotated_by = ?,"
                + " expires_at = now() + make_interval(secs => ?)"
                + " where id = ? and token_hash = ? and ended_at is null"
                + " and expires_at > now()",
            next,
            client,
            life.toSeconds(),
            session,
            former))
        == 1;
  }

  @Override
  public Optional<UserId> end(String session, EndReason reason) {
    return database.read(handle ->
        handle
            .createQuery(
                "update refresh_families set ended_at = now(), end_reason = :reason"
                    + " where id = :session and ended_at is null returning user_id")
            .bind("reason", name(reason))
            .bind("session", session)
            .mapTo(String.class)
            .findOne()
            .map(UserId::new));
  }

  @Override
  public List<String> endAll(UserId user, EndReason reason) {
    return database.read(handle -> endAll(handle, user, reason));
  }

  static List<String> endAll(Handle handle, UserId user, EndReason reason) {
    return handle
        .createQuery(
            "update refresh_families set ended_at = now(), end_reason = :reason"
                + " where user_id = :user and ended_at is null"
                + " returning id")
        .bind("reason", name(reason))
        .bind("user", user.value())
        .mapTo(String.class)
        .list();
  }

  private static String name(EndReason reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Set<String> alive(Collection<String> sessions) {
    return database.read(handle ->
        handle
            .createQuery(
                "select id from refresh_families where id = any(:sessions)"
                    + " and ended_at is null and expires_at > now()")
            .bindArray("sessions", String.class, sessions.toArray())
            .mapTo(String.class)
            .set());
  }

  @Override
  public List<Listed> of(UserId user) {
    return database.read(handle ->
        handle
            .createQuery(
                "select id, created_at, rotated_at from refresh_families where user_id = :user"
                    + " and ended_at is null and expires_at > now()"
                    + " order by rotated_at desc, id limit :limit")
            .bind("user", user.value())
            .bind("limit", MAX_LISTED)
            .map((row, _) ->
                new Listed(
                    row.getString(1),
                    Columns.requiredInstant(row, "created_at"),
                    Columns.requiredInstant(row, "rotated_at")))
            .list());
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

  /**
   * Deletes sessions that ended a week ago, at most {@value #MAX_SWEPT}; to be called now and then.
   */
  public int sweep() {
    return database.read(handle ->
        handle.execute(
            "delete from refresh_families where id in (select id from refresh_families"
                + " where least(expires_at, ended_at) < now() - make_interval(secs => ?) limit ?)",
            KEPT.toSeconds(),
            MAX_SWEPT));
  }
}
