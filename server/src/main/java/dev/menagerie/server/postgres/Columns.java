package dev.menagerie.server.postgres;

import dev.menagerie.server.game.Audience;
import dev.menagerie.server.game.GameClock;
import dev.menagerie.server.game.GameIndexEntry;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.JournalRow;
import dev.menagerie.server.game.LifecycleStatus;
import dev.menagerie.server.game.LobbyListing;
import dev.menagerie.server.game.MessageId;
import dev.menagerie.server.game.Request;
import dev.menagerie.server.game.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads and writes the columns of the game tables. */
final class Columns {
  private Columns() {}

  static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> E value(Class<E> type, String name) {
    return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
  }

  static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  static Instant requiredInstant(ResultSet row, String column) throws SQLException {
    return instant(row, column).orElseThrow();
  }

  static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  static Optional<Duration> millis(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, Long.class)).map(Duration::ofMillis);
  }

  static List<UserId> players(ResultSet row) throws SQLException {
    return Stream.of((String[]) row.getArray("players").getArray()).map(UserId::new).toList();
  }

  /** Epoch, version and digest under the names of the journal. */
  static Head head(ResultSet row) throws SQLException {
    return new Head(row.getInt("epoch"), row.getLong("version"), row.getString("digest"));
  }

  static GameIndexEntry indexEntry(ResultSet row) throws SQLException {
    return new GameIndexEntry(
        value(LifecycleStatus.class, row.getString("status")),
        row.getString("game_type"),
        players(row),
        value(Audience.class, row.getString("audience")),
        value(LobbyListing.class, row.getString("listing")),
        row.getInt("turn_number"),
        row.getString("summary"));
  }

  static JournalRow journalRow(ResultSet row) throws SQLException {
    return new JournalRow(
        head(row),
        requiredInstant(row, "at"),
        request(row),
        row.getString("record"),
        row.getString("reply"),
        clock(row));
  }

  static Optional<Request> request(ResultSet row) throws SQLException {
    String id = row.getString("message_id");
    if (id == null) return Optional.empty();
    return Optional.of(
        new Request(row.getInt("seat"), new MessageId(id), row.getString("payload_hash")));
  }

  static GameClock clock(ResultSet row) throws SQLException {
    return new GameClock(
        row.getLong("clock_number"), instant(row, "deadline"), millis(row, "paused_ms"));
  }
}
