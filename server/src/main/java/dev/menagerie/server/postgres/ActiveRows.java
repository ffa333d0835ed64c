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
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Updates the rows of unfinished games to the last checkpoint, the current turn and its deadline,
 * in one statement for all games of a batch.
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

  private static final String MOVE_ON =
      """
      update active_games a
      set turn_deadline = timestamptz 'epoch' + x.cd * interval '1 millisecond',
        turn_number = coalesce(x.tu, a.turn_number),
        updated_at = case when x.tu is null then a.updated_at
          else timestamptz 'epoch' + x.t * interval '1 millisecond' end
      from unnest(:games::text[], :epochs::int[], :versions::bigint[], :times::bigint[],
        :turns::int[], :deadlines::bigint[])
        as x (g, e, v, t, tu, cd)
      where a.game_id = x.g and a.epoch = x.e and a.event_id < x.v
      """;

  private ActiveRows() {}

  static void follow(Handle handle, List<JournalEntry> written) {
    var latest = new HashMap<GameId, JournalEntry>();
    var checkpoints = new HashMap<GameId, JournalEntry>();
    var begun = new HashMap<GameId, Instant>();
    var turns = new HashMap<GameId, Integer>();
    var turnsBegun = new HashMap<GameId, Instant>();
    for (var entry : written) {
      latest.put(entry.game(), entry);
      entry
          .entry()
          .turn()
          .ifPresent(turn -> {
            turns.put(entry.game(), turn);
            turnsBegun.put(entry.game(), entry.at());
          });
      if (entry.entry().checkpoint().isEmpty()) continue;
      checkpoints.put(entry.game(), entry);
      if (indexEntry(entry).status() != LifecycleStatus.WAITING) {
        begun.putIfAbsent(entry.game(), entry.at());
      }
    }
    if (!checkpoints.isEmpty()) reach(handle, List.copyOf(checkpoints.values()), begun);
    var moved =
        latest.values().stream()
            .filter(e -> e.entry().checkpoint().isEmpty())
            .filter(
                e -> turns.containsKey(e.game()) || !(e.entry().clock() instanceof ClockOp.Keep))
            .toList();
    if (!moved.isEmpty()) moveOn(handle, moved, turns, turnsBegun);
  }

  private static void reach(
      Handle handle, List<JournalEntry> checkpoints, Map<GameId, Instant> begun) {
    var arrays = new EntryArrays(checkpoints);
    arrays
        .bindPlaces(handle.createUpdate(REACH))
        .bind("types", arrays.texts(e -> indexEntry(e).gameType()))
        .bind("statuses", arrays.texts(e -> Columns.name(indexEntry(e).status())))
        .bind("players", arrays.texts(e -> names(indexEntry(e).players())))
        .bind("audiences", arrays.texts(e -> Columns.name(indexEntry(e).audience())))
        .bind("listings", arrays.texts(e -> Columns.name(indexEntry(e).listing())))
        .bind("turns", arrays.integers(e -> indexEntry(e).turn()))
        .bind("summaries", arrays.texts(e -> indexEntry(e).summary()))
        .bind("snapshots", arrays.texts(e -> checkpoint(e).snapshot()))
        .bind("times", arrays.longs(e -> e.at().toEpochMilli()))
        .bind("begun", arrays.longs(e -> millis(begun, e.game())))
        .bind("deadlines", arrays.deadlines())
        .execute();
  }

  private static void moveOn(
      Handle handle,
      List<JournalEntry> moved,
      Map<GameId, Integer> turns,
      Map<GameId, Instant> begun) {
    var arrays = new EntryArrays(moved);
    arrays
        .bindPlaces(handle.createUpdate(MOVE_ON))
        .bind("times", arrays.longs(e -> millis(begun, e.game())))
        .bind("turns", arrays.integers(e -> turns.get(e.game())))
        .bind("deadlines", arrays.deadlines())
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
