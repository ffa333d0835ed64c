package dev.menagerie.server.postgres;

import dev.menagerie.server.auth.NameProfile;
import dev.menagerie.server.auth.PlayerName;
import dev.menagerie.server.game.UserId;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * What registered names look like, a row per skeleton. Names that were registered before the table
 * was there, or with another version of Unicode, are computed at the start.
 */
final class NameSkeletons {
  /** One transaction's share. */
  private static final int BATCH = 500;

  /** Any number, so that of several nodes one fills in. */
  private static final long LOCK = 4_039_117_331L;

  private NameSkeletons() {}

  /** Takes a name's skeletons for a user, inside of a transaction. Throws {@link NameTaken}. */
  static void claim(Handle handle, UserId user, PlayerName name) {
    var skeletons = name.skeletons();
    if (insert(handle, user.value(), skeletons) < skeletons.size()) throw new NameTaken();
  }

  private static int insert(Handle handle, String user, Set<String> skeletons) {
    return handle
        .createUpdate(
            "insert into name_skeletons (skeleton, user_id) select s, :user"
                + " from unnest(:skeletons::text[]) s on conflict do nothing")
        .bind("user", user)
        .bindArray("skeletons", String.class, skeletons.toArray())
        .execute();
  }

  /**
   * Computes the missing skeletons, the oldest name first: of two similar names the older one
   * counts.
   */
  static void fill(Database database) {
    while (database.transact(NameSkeletons::fillSome) == BATCH) {
      // as long as there are more
    }
  }

  private record Named(String user, String name) {}

  private static int fillSome(Handle handle) {
    handle.execute("select pg_advisory_xact_lock(?)", LOCK);
    var some =
        handle
            .createQuery(
                "select id, name from users where registered"
                    + " and skeleton_version is distinct from :version"
                    + " order by created_at, id limit :limit")
            .bind("version", NameProfile.version())
            .bind("limit", BATCH)
            .map((row, _) -> new Named(row.getString(1), row.getString(2)))
            .list();
    for (var each : some) {
      handle.execute("delete from name_skeletons where user_id = ?", each.user());
      insert(handle, each.user(), NameProfile.skeletons(each.name()));
      handle.execute(
          "update users set skeleton_version = ? where id = ?", NameProfile.version(), each.user());
    }
    return some.size();
  }
}
