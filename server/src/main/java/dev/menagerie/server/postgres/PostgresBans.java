package dev.menagerie.server.postgres;

import dev.menagerie.server.auth.Ban;
import dev.menagerie.server.auth.BanStore;
import dev.menagerie.server.auth.SessionStore.EndReason;
import dev.menagerie.server.game.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Bans in Postgres, in the table of sanctions. */
public final class PostgresBans implements BanStore {
  private static final SanctionRows<Ban> ROWS = new SanctionRows<>("ban", Ban::new);

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
      ROWS.put(handle, user, length, reason, operator);
      var ended = PostgresSessions.endAll(handle, user, EndReason.BANNED);
      return Optional.of(new Done(of(handle, user).orElseThrow(), ended));
    });
  }

  @Override
  public boolean lift(UserId user) {
    return database.read(handle -> ROWS.lift(handle, user));
  }

  @Override
  public Optional<Ban> of(UserId user) {
    return database.read(handle -> of(handle, user));
  }

  static Optional<Ban> of(Handle handle, UserId user) {
    return ROWS.of(handle, user);
  }

  @Override
  public List<Ban> all() {
    return database.read(handle -> ROWS.all(handle, MAX_LISTED));
  }

  /** Deletes sanctions of every kind that are over; to be called now and then. */
  public int sweep() {
    return database.read(handle -> handle.execute("delete from sanctions where until < now()"));
  }
}
