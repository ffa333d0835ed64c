package dev.menagerie.server.postgres;

import dev.menagerie.server.game.UserId;
import dev.menagerie.server.players.Relations;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Friends and blocks, a row each. A change locks both users' rows, so that the bounds hold. */
public final class PostgresRelations implements Relations {
  /** Blocks that are read for many users at once; beyond that the oldest are left out. */
  private static final int MAX_READ = 20_000;

  /** A condition: no block between {@code :user} and {@code u}. */
  static final String NOT_BLOCKED =
      " not exists (select 1 from blocks b where (b.user_id = :user and b.blocked = u.id)"
          + " or (b.user_id = u.id and b.blocked = :user)) ";

  private final Database database;
  private final Bounds bounds;

  public PostgresRelations(Database database, Bounds bounds) {
    this.database = database;
    this.bounds = bounds;
  }

  /** Two users in the order of the table. */
  private record Pair(String first, String second) {
    static Pair of(UserId one, UserId other) {
      boolean isOrdered = one.value().compareTo(other.value()) < 0;
      return isOrdered
          ? new Pair(one.value(), other.value())
          : new Pair(other.value(), one.value());
    }
  }

  @Override
  public Outcome befriend(UserId user, UserId other) {
    return database.transact(handle -> {
      if (!lockBoth(handle, user, other)) return new Outcome.NoSuchUser();
      if (isBlocked(handle, user, other)) return new Outcome.Blocked();
      var pair = Pair.of(user, other);
      var asker =
          handle
              .createQuery(
                  "select case when accepted_at is null then asked_by else '' end"
                      + " from friendships where first_user = :first and second_user = :second")
              .bind("first", pair.first())
              .bind("second", pair.second())
              .mapTo(String.class)
              .findOne();
      if (asker.isPresent() && !asker.get().equals(other.value())) return new Outcome.Done(false);
      var full = full(handle, user, other, asker.isPresent());
      if (full.isPresent()) return full.get();
      handle.execute(
          """
          insert into friendships as f (first_user, second_user, asked_by) values (?, ?, ?)
          on conflict (first_user, second_user) do update set accepted_at = now()
            where f.accepted_at is null and f.asked_by <> excluded.asked_by
          """,
          pair.first(),
          pair.second(),
          user.value());
      return new Outcome.Done(true);
    });
  }

  private Optional<Outcome> full(Handle handle, UserId user, UserId other, boolean isAnswer) {
    int own = count(handle, user, "(accepted_at is not null or asked_by = :user)");
    if (own >= bounds.friends()) return Optional.of(new Outcome.LimitReached(bounds.friends()));
    if (isAnswer) return Optional.empty();
    return count(handle, other, "accepted_at is null and asked_by <> :user") >= MAX_ASKING
        ? Optional.of(new Outcome.LimitReached(MAX_ASKING))
        : Optional.empty();
  }

  private static int count(Handle handle, UserId user, String which) {
    return handle
        .createQuery(
            "select count(*) from friendships where (first_user = :user or second_user = :user)"
                + " and "
                + which)
        .bind("user", user.value())
        .mapTo(Integer.class)
        .one();
  }

  /** In one order, so that two changes of the same pair do not wait for each other. */
  static boolean lockBoth(Handle handle, UserId one, UserId other) {
    return handle
            .createQuery("select id from users where id = any(:ids) order by id for update")
            .bindArray("ids", String.class, one.value(), other.value())
            .mapTo(String.class)
            .list()
            .size()
        == 2;
  }

  @Override
  public boolean unfriend(UserId user, UserId other) {
    var pair = Pair.of(user, other);
    return database.read(handle ->
        handle.execute(
                "delete from friendships where first_user = ? and second_user = ?",
                pair.first(),
                pair.second())
            == 1);
  }

  @Override
  public boolean areFriends(UserId one, UserId other) {
    var pair = Pair.of(one, other);
    return database.read(handle ->
        handle
            .createQuery(
                "select exists (select 1 from friendships where first_user = :first"
                    + " and second_user = :second and accepted_at is not null)")
            .bind("first", pair.first())
            .bind("second", pair.second())
            .mapTo(Boolean.class)
            .one());
  }

  @Override
  public List<Friend> friendsOf(UserId user) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select u.id, u.name, coalesce(f.accepted_at, f.asked_at) as since,
                  case when f.accepted_at is not null then 'FRIENDS'
                    when f.asked_by = :user then 'ASKED' else 'ASKING' end as status
                from friendships f join users u
                  on u.id = case when f.first_user = :user then f.second_user else f.first_user end
                where f.first_user = :user or f.second_user = :user
                order by u.name_key, u.id
                """)
            .bind("user", user.value())
            .map((row, _) ->
                new Friend(
                    new UserId(row.getString("id")),
                    row.getString("name"),
                    Friend.Status.valueOf(row.getString("status")),
                    Columns.requiredInstant(row, "since")))
            .list());
  }

  @Override
  public Outcome block(UserId user, UserId other) {
    return database.transact(handle -> {
      if (!lockBoth(handle, user, other)) return new Outcome.NoSuchUser();
      int blocked =
          handle
              .createQuery(
                  "select count(*) from blocks where user_id = :user and blocked <> :other")
              .bind("user", user.value())
              .bind("other", other.value())
              .mapTo(Integer.class)
              .one();
      if (blocked >= bounds.blocks()) return new Outcome.LimitReached(bounds.blocks());
      int added =
          handle.execute(
              "insert into blocks (user_id, blocked) values (?, ?) on conflict do nothing",
              user.value(),
              other.value());
      return new Outcome.Done(added == 1);
    });
  }

  @Override
  public void unblock(UserId user, UserId other) {
    database.read(handle ->
        handle.execute(
            "delete from blocks where user_id = ? and blocked = ?", user.value(), other.value()));
  }

  @Override
  public List<Known> blockedBy(UserId user) {
    return database.read(handle ->
        handle
            .createQuery(
                "select u.id, u.name from blocks b join users u on u.id = b.blocked"
                    + " where b.user_id = :user order by u.name_key, u.id")
            .bind("user", user.value())
            .map((row, _) -> new Known(new UserId(row.getString(1)), row.getString(2)))
            .list());
  }

  @Override
  public boolean isBlocked(UserId one, UserId other) {
    return database.read(handle -> isBlocked(handle, one, other));
  }

  private static boolean isBlocked(Handle handle, UserId one, UserId other) {
    return hiddenFrom(handle, List.of(one)).getOrDefault(one, Set.of()).contains(other);
  }

  @Override
  public Map<UserId, Set<UserId>> hiddenFrom(Collection<UserId> users) {
    return users.isEmpty() ? Map.of() : database.read(handle -> hiddenFrom(handle, users));
  }

  /** As {@link #hiddenFrom(Collection)}, within the caller's transaction. */
  static Map<UserId, Set<UserId>> hiddenFrom(Handle handle, Collection<UserId> users) {
    var hidden = new HashMap<UserId, Set<UserId>>();
    handle
        .createQuery(
            """
            select user_id as one, blocked as other from blocks where user_id = any(:users)
            union select blocked, user_id from blocks where blocked = any(:users) limit :most
            """)
        .bindArray("users", String.class, users.stream().map(UserId::value).toArray())
        .bind("most", MAX_READ)
        .map((row, _) -> new UserId[] {new UserId(row.getString(1)), new UserId(row.getString(2))})
        .forEach(pair -> hidden.computeIfAbsent(pair[0], _ -> new HashSet<>()).add(pair[1]));
    return hidden;
  }
}
