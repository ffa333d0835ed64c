package dev.menagerie.server.postgres;

import dev.menagerie.server.live.Announcements;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Announcements, a row each; expired rows go when a new one comes. */
public final class PostgresAnnouncements implements Announcements {
  private final Database database;

  public PostgresAnnouncements(Database database) {
    this.database = database;
  }

  @Override
  public void add(Announcement announcement) {
    database.transact(handle -> {
      handle.execute("delete from announcements where expires_at < now()");
      return handle
          .createUpdate(
              """
              insert into announcements
                (id, text, created_at, expires_at, starts_at, close_new_games)
              values (:id, :text, :created, :expires, :at, :closes)
              """)
          .bind("id", announcement.id())
          .bind("text", announcement.text())
          .bind("created", announcement.createdAt())
          .bind("expires", announcement.expiresAt())
          .bind("at", announcement.at().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
          .bind("closes", announcement.closeNewGames())
          .execute();
    });
  }

  @Override
  public List<Announcement> inForce(Instant now) {
    return database.read(handle ->
        handle
            .createQuery(
                "select * from announcements where expires_at > :now"
                    + " order by created_at desc, id limit :most")
            .bind("now", now.atOffset(ZoneOffset.UTC))
            .bind("most", MAX_IN_FORCE)
            .map((row, _) ->
                new Announcement(
                    row.getString("id"),
                    row.getString("text"),
                    Columns.requiredInstant(row, "created_at"),
                    Columns.requiredInstant(row, "expires_at"),
                    Columns.instant(row, "starts_at"),
                    row.getBoolean("close_new_games")))
            .list());
  }

  @Override
  public void clear() {
    database.read(handle -> handle.execute("delete from announcements"));
  }
}
