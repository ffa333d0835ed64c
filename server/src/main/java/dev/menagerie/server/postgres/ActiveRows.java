package dev.menagerie.server.postgres;

import dev.menagerie.server.game.Checkpoint;
import dev.menagerie.server.game.ClockOp;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameIndexEntry;
import dev.menagerie.server.game.JournalEntry;
import dev.menagerie.server.game.LifecycleStatus;
import dev.menagerie.server.game.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Updates the rows of unfinished games to the last checkpoint and the current deadline, in one
 * statement for all games of a batch.
 */
final class ActiveRows {
  private static final String REACH =
      """
      update active_games a set game_type = x.ty, status = x.st,
        players = string_to_array(x.pl, ','), audience = x.au, listing = x.li, turn_number = x.tu,
        summary = x.su, event_id = x.v, snapshot = x.sn,
        updated_at = timestamptz 'epoch' + x.t * interval '1 millisecond',
        turn_deadline = timestamptz 'epoch' + x.cd * interval '1 millisecond',
        started_at = coalesce(a.started_at, timestamptz 'epoch' + x.b * interval '1 millisecond')
      from unnest(:games::text[], :epochs::int[], :versions::bigint[], :types::text[],
        :statuses::text[], :players::text[], :audiences::text[], :listings::text[], :turns::int[],
        :summaries::text[], :snapshots::text[], :times::bigint[], :begun::bigint[],
        :deadlines::bigint[])
        as x (g, e, v, ty, st, pl, au, li, tu, su, sn, t, b, cd)
      where a.game_id = x.g and a.epoch = x.e and a.event_id < x.v
      """;

  private static final String MOVE_DEADLINES =
      """
      update active_games a
      set turn_deadline = timestamptz 'epoch' + x.cd * interval '1 millisecond'
      from unnest(:games::text[], :epochs::int[], :versions::bigint[], :deadlines::bigint[])
        as x (g, e, v, cd)
      where a.game_id = x.g and a.epoch = x.e and a.event_id < x.v
      """;

  private ActiveRows() {}

  static void follow(Handle handle, List<JournalEntry> written) {
    var latest = new HashMap<GameId, JournalEntry>();
    var checkpoints = new HashMap<GameId, JournalEntry>();
    var begun = new HashMap<GameId, Instant>();
    for (var entry : written) {
      latest.put(entry.game(), entry);
      if (entry.entry().checkpoint().isEmpty()) continue;
      checkpoints.put(entry.game(), entry);
      if (indexEntry(entry).status() != LifecycleStatus.WAITING) {
        begun.putIfAbsent(entry.game(), entry.at());
      }
    }
    if (!checkpoints.isEmpty()) reach(handle, List.copyOf(checkpoints.values()), begun);
    var moved =
        latest.values().stream()
            .filter(e -> !(e.entry().clock() instanceof ClockOp.Keep))
            .filter(e -> e.entry().checkpoint().isEmpty())
            .toList();
    if (!moved.isEmpty()) moveDeadlines(handle, moved);
  }

  private static void reach(
      Handle handle, List<JournalEntry> checkpoints, Map<GameId, Instant> begun) {
    var arrays = new EntryArrays(checkpoints);
    Function<Function<GameIndexEntry, Object>, Object[]> standings =
        part -> arrays.column(e -> part.apply(indexEntry(e)));
    arrays
        .bindPlaces(handle.createUpdate(REACH))
        .bindArray("types", String.class, standings.apply(GameIndexEntry::gameType))
        .bindArray("statuses", String.class, standings.apply(s -> Columns.name(s.status())))
        .bindArray("players", String.class, standings.apply(s -> names(s.players())))
        .bindArray("audiences", String.class, standings.apply(s -> Columns.name(s.audience())))
        .bindArray("listings", String.class, standings.apply(s -> Columns.name(s.listing())))
        .bindArray("turns", Integer.class, standings.apply(GameIndexEntry::turn))
        .bindArray("summaries", String.class, standings.apply(GameIndexEntry::summary))
        .bindArray("snapshots", String.class, arrays.column(e -> checkpoint(e).snapshot()))
        .bindArray("times", Long.class, arrays.column(e -> e.at().toEpochMilli()))
        .bindArray("begun", Long.class, arrays.column(e -> millis(begun, e.game())))
        .bindArray("deadlines", Long.class, arrays.deadlines())
        .execute();
  }

  private static void moveDeadlines(Handle handle, List<JournalEntry> moved) {
    var arrays = new EntryArrays(moved);
    arrays
        .bindPlaces(handle.createUpdate(MOVE_DEADLINES))
        .bindArray("deadlines", Long.class, arrays.deadlines())
        .execute();
  }

  /** Ids have no commas. */
  private static String names(List<UserId> players) {
    return players.stream().map(UserId::value).collect(Collectors.joining(","));
  }

  private static @Nullable Long millis(Map<GameId, Instant> begun, GameId game) {
    var at = begun.get(game);
    return at == null ? null : at.toEpochMilli();
  }

  private static GameIndexEntry indexEntry(JournalEntry entry) {
    return checkpoint(entry).indexEntry();
  }

  private static Checkpoint checkpoint(JournalEntry entry) {
    return entry.entry().checkpoint().orElseThrow();
  }
}
