package dev.menagerie.server.postgres;

import dev.menagerie.server.game.UserId;
import dev.menagerie.server.players.Mutes;
import dev.menagerie.server.players.Relations.Known;
import dev.menagerie.server.players.Relations.Outcome;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Mutes in Postgres; those of operators are in the table of sanctions. */
public final class PostgresMutes implements Mutes {
  private static final SanctionRows<Sanction> SANCTIONS = new SanctionRows<>("mute", Sanction::new);

  private final Database database;
  private final int most;

  /**
   * Mutes in this database.
   *
   * @param most how many users one user may mute
   */
  public PostgresMutes(Database database, int most) {
    this.database = database;
    this.most = most;
  }

  @Override
  public Outcome mute(UserId user, UserId other) {
    return database.transact(handle -> {
      if (!PostgresRelations.lockBoth(handle, user, other)) return new Outcome.NoSuchUser();
      int muted =
          handle
              .createQuery("select count(*) from mutes where user_id = :user and muted <> :other")
              .bind("user", user.value())
              .bind("other", other.value())
              .mapTo(Integer.class)
              .one();
      if (muted >= most) return new Outcome.LimitReached(most);
      int added =
          handle.execute(
              "insert into mutes (user_id, muted) values (?, ?) on conflict do nothing",
              user.value(),
              other.value());
      return new Outcome.Done(added == 1);
    });
  }

  @Override
  public void unmute(UserId user, UserId other) {
    database.read(handle ->
        handle.execute(
            "delete from mutes where user_id = ? and muted = ?", user.value(), other.value()));
  }

  @Override
  public List<Known> mutedBy(UserId user) {
    return database.read(handle ->
        handle
            .createQuery(
                "select u.id, u.name from mutes m join users u on u.id = m.muted"
                    + " where m.user_id = :user order by u.name_key, u.id")
            .bind("user", user.value())
            .map((row, _) -> new Known(new UserId(row.getString(1)), row.getString(2)))
            .list());
  }

  @Override
  public Set<UserId> deafTo(UserId user) {
    return database.read(handle ->
        new HashSet<>(
            handle
                .createQuery(
                    """
                    select user_id from (
                      select user_id, created_at from mutes where muted = :user
                      union all select user_id, created_at from blocks where blocked = :user) deaf
                    order by created_at desc limit :most
                    """)
                .bind("user", user.value())
                .bind("most", MAX_RECEIVERS)
                .map((row, _) -> new UserId(row.getString(1)))
                .list()));
  }

  @Override
  public Optional<Sanction> sanction(
      UserId user, Optional<Duration> length, String reason, String operator) {
    return database.transact(handle -> {
      SANCTIONS.put(handle, user, length, reason, operator);
      return SANCTIONS.of(handle, user);
    });
  }

  @Override
  public boolean lift(UserId user) {
    return database.read(handle -> SANCTIONS.lift(handle, user));
  }

  @Override
  public Optional<Sanction> sanctionOf(UserId user) {
    return database.read(handle -> SANCTIONS.of(handle, user));
  }

  @Override
  public List<Sanction> sanctions() {
    return database.read(handle -> SANCTIONS.all(handle, MAX_LISTED));
  }
}
