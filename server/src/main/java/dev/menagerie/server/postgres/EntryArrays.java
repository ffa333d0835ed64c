package dev.menagerie.server.postgres;

import dev.menagerie.server.game.JournalEntry;
import dev.menagerie.server.game.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Entries as one array per column, so that a batch is one statement and one round trip. */
record EntryArrays(List<JournalEntry> entries) {
  /** The columns of the journal, in the order of {@link #ROWS}. */
  static final String COLUMNS =
      "game_id, epoch, version, digest, at, seat, message_id, payload_hash, record, reply,"
          + " clock_number, deadline, paused_ms";

  /** The rows to insert; a null time stays null. */
  static final String ROWS =
      "select x.g, x.e, x.v, x.d, timestamptz 'epoch' + x.t * interval '1 millisecond',"
          + " x.s::smallint, x.m, x.h, x.r, x.p, x.cn,"
          + " timestamptz 'epoch' + x.cd * interval '1 millisecond', x.cp"
          + " from unnest(:games::text[], :epochs::int[], :versions::bigint[], :digests::text[],"
          + " :times::bigint[], :seats::int[], :messages::text[], :hashes::text[],"
          + " :records::text[], :replies::text[], :clocks::bigint[], :deadlines::bigint[],"
          + " :pauses::bigint[]) as x (g, e, v, d, t, s, m, h, r, p, cn, cd, cp)";

  <S extends SqlStatement<S>> S bindTo(S statement) {
    bindPlaces(statement);
    statement.bindArray("digests", String.class, column(e -> e.head().digest()));
    statement.bindArray("times", Long.class, column(e -> e.at().toEpochMilli()));
    statement.bindArray("seats", Integer.class, column(e -> orNull(request(e).map(Request::seat))));
    statement.bindArray(
        "messages", String.class, column(e -> orNull(request(e).map(r -> r.id().value()))));
    statement.bindArray(
        "hashes", String.class, column(e -> orNull(request(e).map(Request::payloadHash))));
    statement.bindArray("records", String.class, column(e -> e.entry().record()));
    statement.bindArray("replies", String.class, column(e -> e.entry().reply()));
    statement.bindArray("clocks", Long.class, column(e -> e.clock().number()));
    statement.bindArray("deadlines", Long.class, deadlines());
    return statement.bindArray(
        "pauses", Long.class, column(e -> orNull(e.clock().paused().map(Duration::toMillis))));
  }

  /** Where each entry belongs: games, epochs, versions. */
  <S extends SqlStatement<S>> S bindPlaces(S statement) {
    return statement
        .bindArray("games", String.class, column(e -> e.game().value()))
        .bindArray("epochs", Integer.class, column(e -> e.head().epoch()))
        .bindArray("versions", Long.class, column(e -> e.head().version()));
  }

  @Nullable Object[] deadlines() {
    return column(e -> orNull(e.clock().deadline().map(Instant::toEpochMilli)));
  }

  @Nullable Object[] column(Function<JournalEntry, @Nullable Object> value) {
    return entries.stream().map(value).toArray();
  }

  private static Optional<Request> request(JournalEntry entry) {
    return entry.entry().cause().asked();
  }

  static <T> @Nullable T orNull(Optional<T> value) {
    return value.isPresent() ? value.get() : null;
  }
}
