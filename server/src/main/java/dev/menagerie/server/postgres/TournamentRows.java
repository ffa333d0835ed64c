package dev.menagerie.server.postgres;

import dev.menagerie.codec.Json;
import dev.menagerie.server.game.Ending;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.play.EndingCodes;
import dev.menagerie.server.play.PlayerEntry;
import dev.menagerie.server.tournament.Tournament;
import dev.menagerie.server.tournament.TournamentId;
import dev.menagerie.server.tournament.TournamentMatch.Result;
import dev.menagerie.server.tournament.TournamentStore.Locked;
import dev.menagerie.server.tournament.TournamentStore.PlannedGame;
import dev.menagerie.server.tournament.TournamentStore.SurplusGame;
import dev.menagerie.server.tournament.TournamentSummary;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** A tournament's rows within a transaction that has locked it. */
record TournamentRows(Handle handle, Tournament tournament) implements Locked {
  private static final String VOIDED = "voided";

  /** Locks a tournament until the transaction ends. */
  static Optional<TournamentRows> lock(Handle handle, TournamentId id) {
    return handle
        .createQuery("select state from tournaments where id = :id for update")
        .bind("id", id.value())
        .mapTo(String.class)
        .findOne()
        .map(state -> new TournamentRows(handle, Json.read(state, Tournament.class)));
  }

  /** A game has ended, within the transaction that ends it; most are of no tournament. */
  static void ended(Handle handle, GameId game, Ending ending, Instant at) {
    handle
        .createUpdate(
            "update tournament_games set ended_at = :at, winner = :winner, end_reason = :reason"
                + " where game_id = :game and ended_at is null")
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .bind("winner", EntryArrays.orNull(ending.winner().map(UserId::value)))
        .bind("reason", ending.reason())
        .bind("game", game.value())
        .execute();
  }

  static void insert(Handle handle, Tournament tournament) {
    handle
        .createUpdate(
            "insert into tournaments (id, phase, summary, state, starts_at, next_at, ended_at)"
                + " values (:id, :phase, :summary, :state, :starts, :next, :ended)")
        .bind("id", tournament.id().value())
        .bindMap(columns(tournament))
        .execute();
  }

  private static Map<String, Object> columns(Tournament tournament) {
    var columns = new HashMap<String, Object>();
    columns.put("phase", Columns.name(tournament.phase()));
    columns.put("summary", Json.text(TournamentSummary.of(tournament)));
    columns.put("state", Json.text(tournament));
    columns.put("starts", tournament.plan().startsAt().atOffset(ZoneOffset.UTC));
    columns.put(
        "next", EntryArrays.orNull(tournament.nextAt().map(at -> at.atOffset(ZoneOffset.UTC))));
    columns.put(
        "ended", EntryArrays.orNull(tournament.endedAt().map(at -> at.atOffset(ZoneOffset.UTC))));
    return columns;
  }

  @Override
  public Map<GameId, Result> takeResults() {
    var results = new HashMap<GameId, Result>();
    handle
        .createQuery(
            "update tournament_games set taken = true where tournament_id = :id"
                + " and ended_at is not null and not taken returning game_id, winner, end_reason")
        .bind("id", tournament.id().value())
        .map((row, _) -> {
          var reason = row.getString("end_reason");
          boolean counts = !reason.equals(VOIDED) && !EndingCodes.isUnplayed(reason);
          var winner = Columns.text(row, "winner").map(UserId::new);
          return Map.entry(
              new GameId(row.getString("game_id")), new Result(winner, reason, counts));
        })
        .forEach(result -> results.put(result.getKey(), result.getValue()));
    return results;
  }

  @Override
  public Set<UserId> registered() {
    return new HashSet<>(
        handle
            .createQuery("select user_id from tournament_players where tournament_id = :id")
            .bind("id", tournament.id().value())
            .map((row, _) -> new UserId(row.getString(1)))
            .list());
  }

  @Override
  public Optional<PlayerEntry> entry(UserId user) {
    return entry(handle, tournament.id(), user);
  }

  static Optional<PlayerEntry> entry(Handle handle, TournamentId id, UserId user) {
    return handle
        .createQuery(
            "select entry from tournament_players where tournament_id = :id and user_id = :user")
        .bind("id", id.value())
        .bind("user", user.value())
        .mapTo(String.class)
        .findOne()
        .map(entry -> Json.read(entry, PlayerEntry.class));
  }

  @Override
  public void putEntry(PlayerEntry entry) {
    handle
        .createUpdate(
            "insert into tournament_players values (:id, :user, :entry)"
                + " on conflict (tournament_id, user_id) do update set entry = excluded.entry")
        .bind("id", tournament.id().value())
        .bind("user", entry.user().value())
        .bind("entry", Json.text(entry))
        .execute();
  }

  @Override
  public void removeEntry(UserId user) {
    handle.execute(
        "delete from tournament_players where tournament_id = ? and user_id = ?",
        tournament.id().value(),
        user.value());
  }

  @Override
  public void plan(PlannedGame game) {
    handle.execute(
        "insert into tournament_games (game_id, tournament_id, header, second_entry)"
            + " values (?, ?, ?, ?)",
        game.header().game().value(),
        game.tournament().value(),
        Json.text(game.header()),
        Json.text(game.second()));
  }

  @Override
  public void end(SurplusGame game) {
    handle
        .createUpdate(
            "update tournament_games set surplus = true, loser = :loser where game_id = :game"
                + " and ended_at is null")
        .bind("loser", EntryArrays.orNull(game.loser().map(UserId::value)))
        .bind("game", game.game().value())
        .execute();
  }

  @Override
  public void save(Tournament changed) {
    handle
        .createUpdate(
            "update tournaments set phase = :phase, summary = :summary, state = :state,"
                + " starts_at = :starts, next_at = :next, ended_at = :ended where id = :id")
        .bind("id", tournament.id().value())
        .bindMap(columns(changed))
        .execute();
  }
}
