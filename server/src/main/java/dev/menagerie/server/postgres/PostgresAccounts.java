package dev.menagerie.server.postgres;

import dev.menagerie.server.auth.Accounts;
import dev.menagerie.server.auth.PlayerName;
import dev.menagerie.server.auth.User;
import dev.menagerie.server.game.UserId;
import java.util.Optional;

/** Users and their passwords' hashes, in two tables. */
public final class PostgresAccounts implements Accounts {
  private final Database database;

  public PostgresAccounts(Database database) {
    this.database = database;
  }

  @Override
  public Optional<User> addGuest(PlayerName name) {
    var user = new User(UserId.fresh(), name.value(), User.Kind.GUEST);
    int added =
        database.read(handle ->
            handle.execute(
                "insert into users (id, name, name_key, registered) select ?, ?, ?, false"
                    + " where not exists"
                    + " (select 1 from users where name_key = ? and registered)",
                user.id().value(),
                name.value(),
                name.key(),
                name.key()));
    return added == 1 ? Optional.of(user) : Optional.empty();
  }

  @Override
  public Optional<User> register(PlayerName name, String passwordHash) {
    var user = new User(UserId.fresh(), name.value(), User.Kind.REGISTERED);
    return database.transact(handle -> {
      int added =
          handle.execute(
              "insert into users (id, name, name_key, registered) values (?, ?, ?, true)"
                  + " on conflict do nothing",
              user.id().value(),
              name.value(),
              name.key());
      if (added == 0) return Optional.<User>empty();
      handle.execute(
          "insert into credentials (user_id, password_hash) values (?, ?)",
          user.id().value(),
          passwordHash);
      return Optional.of(user);
    });
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
  public Optional<Account> byName(PlayerName name) {
    return database.read(handle ->
        handle
            .createQuery(
                "select u.id, u.name, c.password_hash from users u"
                    + " join credentials c on c.user_id = u.id"
                    + " where u.name_key = :key and u.registered")
            .bind("key", name.key())
            .map((row, _) ->
                new Account(
                    new User(new UserId(row.getString(1)), row.getString(2), User.Kind.REGISTERED),
                    row.getString(3)))
            .findOne());
  }
}
