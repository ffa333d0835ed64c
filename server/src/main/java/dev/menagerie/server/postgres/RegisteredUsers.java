package dev.menagerie.server.postgres;

import dev.menagerie.server.auth.NameProfile;
import dev.menagerie.server.auth.PlayerName;
import dev.menagerie.server.auth.User;
import dev.menagerie.server.game.UserId;
import org.jdbi.v3.core.Handle;

/** Users with a name of their own, inside of a transaction. */
final class RegisteredUsers {
  private RegisteredUsers() {}

  /** Adds a user. Throws {@link NameTaken}. */
  static User add(Handle handle, PlayerName name) {
    var user = new User(UserId.fresh(), name.value(), User.Kind.REGISTERED);
    int added =
        handle.execute(
            "insert into users (id, name, name_key, registered, skeleton_version)"
                + " values (?, ?, ?, true, ?) on conflict do nothing",
            user.id().value(),
            name.value(),
            name.key(),
            NameProfile.version());
    if (added == 0) throw new NameTaken();
    NameSkeletons.claim(handle, user.id(), name);
    return user;
  }

  /** Gives a guest a name of their own. Throws {@link NameTaken}. */
  static User ofGuest(Handle handle, UserId guest, PlayerName name) {
    NameSkeletons.claim(handle, guest, name);
    int changed =
        handle.execute(
            "update users set name = ?, name_key = ?, registered = true, skeleton_version = ?"
                + " where id = ? and not registered"
                + " and not exists (select 1 from users where name_key = ? and registered)",
            name.value(),
            name.key(),
            NameProfile.version(),
            guest.value(),
            name.key());
    if (changed == 0) throw new NameTaken();
    return new User(guest, name.value(), User.Kind.REGISTERED);
  }

  /** A user, who stays as they are until the transaction ends. */
  static User lock(Handle handle, UserId user) {
    return handle
        .createQuery("select name, registered from users where id = :id for update")
        .bind("id", user.value())
        .map((row, _) ->
            new User(
                user, row.getString(1), row.getBoolean(2) ? User.Kind.REGISTERED : User.Kind.GUEST))
        .one();
  }
}
