package dev.menagerie.server.postgres;

import dev.menagerie.server.auth.Accounts;
import dev.menagerie.server.auth.PlayerName;
import dev.menagerie.server.auth.User;
import dev.menagerie.server.game.UserId;
import java.time.Duration;
import java.util.Optional;

/** Users, the hashes of their passwords, and what their names look like, a table each. */
public final class PostgresAccounts implements Accounts {
  /** One statement's share: it must end within the database's time limit. */
  private static final int MAX_SWEPT = 2_000;

  private final Database database;

  /** Accounts in this database. */
  public PostgresAccounts(Database database) {
    this.database = database;
  }

  @Override
  public Optional<User> addGuest(PlayerName name) {
    var user = new User(UserId.fresh(), name.value(), User.Kind.GUEST);
    int added =
        database.read(handle ->
            handle
                .createUpdate(
                    "insert into users (id, name, name_key, registered)"
                        + " select :id, :name, :key, false where not exists"
                        + " (select 1 from users where name_key = :key and registered)"
                        + " and not exists"
                        + " (select 1 from name_skeletons where skeleton = any(:skeletons))")
                .bind("id", user.id().value())
                .bind("name", name.value())
                .bind("key", name.key())
                .bindArray("skeletons", String.class, name.skeletons().toArray())
                .execute());
    return added == 1 ? Optional.of(user) : Optional.empty();
  }

  @Override
  public Optional<User> register(PlayerName name, String passwordHash) {
    return unlessTaken(handle -> {
      var user = RegisteredUsers.add(handle, name);
      handle.execute(
          "insert into credentials (user_id, password_hash) values (?, ?)",
          user.id().value(),
          passwordHash);
      return user;
    });
  }

  /** Work that is undone as a whole when the name is taken. */
  private Optional<User> unlessTaken(Database.Work<User> work) {
    try {
      return Optional.of(database.transact(work));
    } catch (NameTaken taken) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<User> upgrade(UserId guest, PlayerName name, String passwordHash) {
    return unlessTaken(handle -> {
      var user = RegisteredUsers.ofGuest(handle, guest, name);
      handle.execute(
          "insert into credentials (user_id, password_hash) values (?, ?)",
          guest.value(),
          passwordHash);
      return user;
    });
  }

  @Override
  public Optional<User> rename(UserId user, PlayerName name) {
    return unlessTaken(handle -> {
      boolean isRegistered = RegisteredUsers.lock(handle, user).kind() == User.Kind.REGISTERED;
      handle.execute("delete from name_skeletons where user_id = ?", user.value());
      NameSkeletons.claim(handle, user, name);
      if (!isRegistered) {
        handle.execute("delete from name_skeletons where user_id = ?", user.value());
      }
      int changed =
          handle.execute(
              "update users set name = ?, name_key = ? where id = ? and not exists"
                  + " (select 1 from users where name_key = ? and registered and id <> ?)",
              name.value(),
              name.key(),
              user.value(),
              name.key(),
              user.value());
      if (changed == 0) throw new NameTaken();
      var kind = isRegistered ? User.Kind.REGISTERED : User.Kind.GUEST;
      return new User(user, name.value(), kind);
    });
  }

  @Override
  public Optional<String> passwordHash(UserId user) {
    return database.read(handle ->
        handle
            .createQuery("select password_hash from credentials where user_id = :user")
            .bind("user", user.value())
            .mapTo(String.class)
            .findOne());
  }

  @Override
  public void setPassword(UserId user, String passwordHash) {
    database.read(handle ->
        handle.execute(
            "insert into credentials (user_id, password_hash) values (?, ?) on conflict (user_id)"
                + " do update set password_hash = excluded.password_hash, changed_at = now()",
            user.value(),
            passwordHash));
  }

  @Override
  public Optional<User> byId(UserId user) {
    return database.read(handle ->
        handle
            .createQuery("select name, registered from users where id = :id")
            .bind("id", user.value())
            .map((row, _) ->
                new User(
                    user,
                    row.getString(1),
                    row.getBoolean(2) ? User.Kind.REGISTERED : User.Kind.GUEST))
            .findOne());
  }

  @Override
  public Optional<Account> byName(String key) {
    return database.read(handle ->
        handle
            .createQuery(
                "select u.id, u.name, c.password_hash from users u"
                    + " join credentials c on c.user_id = u.id"
                    + " where u.name_key = :key and u.registered")
            .bind("key", key)
            .map((row, _) ->
                new Account(
                    new User(new UserId(row.getString(1)), row.getString(2), User.Kind.REGISTERED),
                    row.getString(3)))
            .findOne());
  }

  /**
   * Deletes guests who never played a game and have not been seen for so long, with their sessions
   * and decks; at most {@value #MAX_SWEPT} in one call. To be called now and then.
   */
  public int sweepGuests(Duration unused) {
    return database.read(handle ->
        handle.execute(
            """
            delete from users where id in (
              select u.id from users u
              where not u.registered and u.created_at < now() - make_interval(secs => ?)
                and not exists (select 1 from refresh_families f where f.user_id = u.id
                  and f.ended_at is null and f.rotated_at > now() - make_interval(secs => ?))
                and not exists (select 1 from active_games a where a.players @> array[u.id])
                and not exists (select 1 from game_history_players p where p.user_id = u.id)
              limit ?)
            """,
            unused.toSeconds(),
            unused.toSeconds(),
            MAX_SWEPT));
  }
}
