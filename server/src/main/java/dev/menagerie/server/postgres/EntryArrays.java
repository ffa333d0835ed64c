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
    return bindPlaces(statement)
        .bind("digests", texts(e -> e.head().digest()))
        .bind("times", longs(e -> e.at().toEpochMilli()))
        .bind("seats", integers(e -> orNull(request(e).map(Request::seat))))
        .bind("messages", texts(e -> orNull(request(e).map(r -> r.id().value()))))
        .bind("hashes", texts(e -> orNull(request(e).map(Request::payloadHash))))
        .bind("records", texts(e -> e.entry().record()))
        .bind("replies", texts(e -> e.entry().reply()))
        .bind("clocks", longs(e -> e.clock().number()))
        .bind("deadlines", deadlines())
        .bind("pauses", longs(e -> orNull(e.clock().paused().map(Duration::toMillis))));
  }

  /** Where each entry belongs: games, epochs, versions. */
  <S extends SqlStatement<S>> S bindPlaces(S statement) {
    return statement
        .bind("games", texts(e -> e.game().value()))
        .bind("epochs", integers(e -> e.head().epoch()))
        .bind("versions", longs(e -> e.head().version()));
  }

  ArrayArgument deadlines() {
    return longs(e -> orNull(e.clock().deadline().map(Instant::toEpochMilli)));
  }

  ArrayArgument texts(Function<JournalEntry, @Nullable String> value) {
    return ArrayArgument.texts(entries.stream().map(value).toArray(String[]::new));
  }

  ArrayArgument integers(Function<JournalEntry, @Nullable Integer> value) {
    return ArrayArgument.integers(entries.stream().map(value).toArray(Integer[]::new));
  }

  ArrayArgument longs(Function<JournalEntry, @Nullable Long> value) {
    return ArrayArgument.longs(entries.stream().map(value).toArray(Long[]::new));
  }

  private static Optional<Request> request(JournalEntry entry) {
    return entry.entry().cause().asked();
  }

  static <T> @Nullable T orNull(Optional<T> value) {
    return value.isPresent() ? value.get() : null;
  }
}
