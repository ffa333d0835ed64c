package dev.menagerie.server.postgres;

import dev.menagerie.server.archive.HistoryComposer;
import dev.menagerie.server.game.Checkpoint;
import dev.menagerie.server.game.Ending;
import dev.menagerie.server.game.JournalEntry;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.rating.RankedGame;
import dev.menagerie.server.rating.SameAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/**
 * Moves a game from those being played to those that are over, and applies it to the ratings and to
 * its tournament or campaign, within the caller's transaction: each of it happens once, or nothing.
 */
record GameEnd(HistoryComposer composer, SameAddress sameAddress) {
  void apply(Handle handle, JournalEntry last) {
    var begun =
        handle
            .createQuery(
                "select header, coalesce(started_at, created_at) as started_at"
                    + " from active_games where game_id = :game and epoch = :epoch for update")
            .bind("game", last.game().value())
            .bind("epoch", last.head().epoch())
            .map((row, _) -> Begun.read(row))
            .findOne();
    if (begun.isEmpty()) return; // over already, or the end of an abandoned epoch
    insert(handle, last, begun.get());
    handle.execute("delete from active_games where game_id = ?", last.game().value());
    TournamentRows.ended(handle, last.game(), last.ending().orElseThrow(), last.at());
    PostgresCampaign.ended(handle, last.game(), last.ending().orElseThrow(), last.at());
    RankedGame.of(
            last.game(),
            last.entry().checkpoint().orElseThrow().indexEntry(),
            last.ending().orElseThrow(),
            last.at())
        .ifPresent(game -> RatingRows.apply(handle, game, sameAddress));
  }

  private void insert(Handle handle, JournalEntry last, Begun begun) {
    var rows = PostgresJournal.historyRows(handle, last.game());
    if (rows.size() != last.head().version()) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "game %s ends at %d with %d rows",
              last.game(),
              last.head().version(),
              rows.size()));
    }
    Checkpoint state = last.entry().checkpoint().orElseThrow();
    Ending ending = last.ending().orElseThrow();
    var history = composer.compose(last.game(), begun.header(), rows, state, ending);
    var replay = history.replay();
    var indexEntry = state.indexEntry();
    var players = indexEntry.players().stream().map(UserId::value).toArray(String[]::new);
    var started = begun.startedAt().isBefore(last.at()) ? begun.startedAt() : last.at();
    handle
        .createUpdate(
            """
            insert into game_history (game_id, game_type, players, audience, listing, turn_number,
              summary, winner_id, end_reason, epoch, event_id, digest, started_at, ended_at,
              duration_ms, rules, decks, rng_seed, actions, digests, result, final_state,
              engine_version, cards_version)
            values (:game, :type, :players, :audience, :listing, :turn, :summary, :winner, :reason,
              :epoch, :version, :digest, :started, :ended, :duration, :rules, :decks, :seed,
              :actions, :digests, :result, :state, :engine, :cards)
            """)
        .bind("game", last.game().value())
        .bind("type", indexEntry.gameType())
        .bindArray("players", String.class, (Object[]) players)
        .bind("audience", Columns.name(indexEntry.audience()))
        .bind("listing", Columns.name(indexEntry.listing()))
        .bind("turn", indexEntry.turn())
        .bind("summary", indexEntry.summary())
        .bind("winner", EntryArrays.orNull(ending.winner().map(UserId::value)))
        .bind("reason", ending.reason())
        .bind("epoch", last.head().epoch())
        .bind("version", last.head().version())
        .bind("digest", last.head().digest())
        .bind("started", started)
        .bind("ended", last.at())
        .bind("duration", Duration.between(started, last.at()).toMillis())
        .bind("rules", replay.rules())
        .bind("decks", replay.decks())
        .bind("seed", replay.seed())
        .bind("actions", replay.actions())
        .bind("digests", replay.digests())
        .bind("result", replay.result())
        .bind("state", state.snapshot())
        .bind("engine", replay.engineVersion())
        .bind("cards", replay.cardsVersion())
        .execute();
    handle
        .createUpdate(
            "insert into game_history_players (user_id, ended_at, game_id)"
                + " select distinct unnest(:players::text[]), cast(:ended as timestamptz), :game")
        .bindArray("players", String.class, (Object[]) players)
        .bind("ended", last.at())
        .bind("game", last.game().value())
        .execute();
    PlayedRows.describe(handle, List.of(last.game().value()), history.deckNames());
  }

  private record Begun(String header, Instant startedAt) {
    static Begun read(ResultSet row) throws SQLException {
      return new Begun(row.getString("header"), Columns.requiredInstant(row, "started_at"));
    }

    @Override
    public String toString() {
      return "Begun[" + startedAt + "]"; // the header is secret
    }
  }
}
