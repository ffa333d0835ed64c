package dev.menagerie.server.postgres;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.rating.RankedGame;
import dev.menagerie.server.rating.Rating;
import dev.menagerie.server.rating.RatingRules;
import dev.menagerie.server.rating.RatingRules.Circumstances;
import dev.menagerie.server.rating.RatingRules.NotCounted;
import dev.menagerie.server.rating.SameAddress;
import dev.menagerie.server.rating.Season;
import dev.menagerie.server.rating.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Applies ranked games to the ratings within the caller's transaction, which is the one that ends
 * the game. Games are applied one after the other on all nodes, so that their numbers are the order
 * in which ratings changed.
 */
final class RatingRows {
  /** Keeps this advisory lock apart from others of this database. */
  private static final int LOCK_CLASS = 7_302;

  private RatingRows() {}

  /** Sign-ins count for so long after they were used last. */
  private static final int ADDRESS_HOURS = 24;

  static void apply(Handle handle, RankedGame game, SameAddress sameAddress) {
    handle.execute("select pg_advisory_xact_lock(?, 0)", LOCK_CLASS);
    var reason = RatingRules.judge(game, circumstances(handle, game, sameAddress));
    var number = insert(handle, game, reason);
    if (number.isEmpty() || reason.isPresent()) return;
    applyCounted(handle, number.get(), game);
  }

  /** Changes the ratings; the game's row is there. */
  static void applyCounted(Handle handle, long number, RankedGame game) {
    var before = game.players().stream().map(player -> standing(handle, player, game)).toList();
    var after = RatingRules.apply(game, before);
    for (int seat = 0; seat < before.size(); seat++) {
      var player = game.players().get(seat);
      var start = before.get(seat).in(game.season());
      save(handle, player, game.preset(), after.get(seat));
      handle.execute(
          "insert into rating_changes values (?, ?, ?, ?, ?, ?)",
          player.value(),
          number,
          start.rating().value(),
          after.get(seat).rating().value(),
          start.rating().deviation(),
          after.get(seat).rating().deviation());
    }
  }

  private static Circumstances circumstances(
      Handle handle, RankedGame game, SameAddress sameAddress) {
    boolean shares = sameAddress == SameAddress.DOES_NOT_COUNT && sharesAddress(handle, game);
    return new Circumstances(shares, gamesOfPair(handle, game));
  }

  private static boolean sharesAddress(Handle handle, RankedGame game) {
    return handle
        .createQuery(
            """
            select exists (select 1 from refresh_families a join refresh_families b
              on a.rotated_by = b.rotated_by
              where a.user_id = :first and b.user_id = :second and a.rotated_by <> ''
                and least(a.rotated_at, b.rotated_at) > now() - make_interval(hours => :hours))
            """)
        .bind("first", game.players().getFirst().value())
        .bind("second", game.players().getLast().value())
        .bind("hours", ADDRESS_HOURS)
        .mapTo(Boolean.class)
        .one();
  }

  private static int gamesOfPair(Handle handle, RankedGame game) {
    return handle
        .createQuery(
            """
            select count(*) from ranked_games where not_counted is null and preset = :preset
              and least(first_player, second_player) = least(:first, :second)
              and greatest(first_player, second_player) = greatest(:first, :second)
              and ended_at > :since
            """)
        .bind("preset", game.preset())
        .bind("first", game.players().getFirst().value())
        .bind("second", game.players().getLast().value())
        .bind("since", game.endedAt().minus(RatingRules.PAIR_WINDOW).atOffset(ZoneOffset.UTC))
        .mapTo(Integer.class)
        .one();
  }

  private static Optional<Long> insert(
      Handle handle, RankedGame game, Optional<NotCounted> reason) {
    return handle
        .createQuery(
            """
            insert into ranked_games (game_id, preset, season, first_player, second_player, winner,
              end_reason, turns, ended_at, not_counted)
            values (:game, :preset, :season, :first, :second, :winner, :reason, :turns, :ended,
              :not_counted)
            on conflict do nothing returning number
            """)
        .bind("game", game.game().value())
        .bind("preset", game.preset())
        .bind("season", game.season().id())
        .bind("first", game.players().getFirst().value())
        .bind("second", game.players().getLast().value())
        .bind("winner", EntryArrays.orNull(game.winner().map(UserId::value)))
        .bind("reason", game.endReason())
        .bind("turns", game.turns())
        .bind("ended", game.endedAt().atOffset(ZoneOffset.UTC))
        .bind("not_counted", EntryArrays.orNull(reason.map(NotCounted::wireName)))
        .mapTo(Long.class)
        .findOne();
  }

  private static Standing standing(Handle handle, UserId user, RankedGame game) {
    return handle
        .createQuery(
            "select * from standings where user_id = :user and preset = :preset"
                + " and season <= :season order by season desc limit 1")
        .bind("user", user.value())
        .bind("preset", game.preset())
        .bind("season", game.season().id())
        .map((row, _) -> standing(row))
        .findOne()
        .orElseGet(() -> Standing.first(game.season()));
  }

  static Standing standing(ResultSet row) throws SQLException {
    return new Standing(
        new Season(row.getString("season")),
        new Rating(
            row.getDouble("rating"), row.getDouble("deviation"), row.getDouble("volatility")),
        row.getInt("games"),
        row.getInt("wins"),
        row.getInt("losses"),
        row.getInt("ties"),
        Columns.instant(row, "last_game_at"));
  }

  private static void save(Handle handle, UserId user, String preset, Standing standing) {
    handle
        .createUpdate(
            """
            insert into standings values (:user, :preset, :season, :rating, :deviation, :volatility,
              :games, :wins, :losses, :ties, :last)
            on conflict (user_id, preset, season) do update set rating = excluded.rating,
              deviation = excluded.deviation, volatility = excluded.volatility,
              games = excluded.games, wins = excluded.wins, losses = excluded.losses,
              ties = excluded.ties, last_game_at = excluded.last_game_at
            """)
        .bind("user", user.value())
        .bind("preset", preset)
        .bind("season", standing.season().id())
        .bind("rating", standing.rating().value())
        .bind("deviation", standing.rating().deviation())
        .bind("volatility", standing.rating().volatility())
        .bind("games", standing.games())
        .bind("wins", standing.wins())
        .bind("losses", standing.losses())
        .bind("ties", standing.ties())
        .bind("last", standing.lastGameAt().map(at -> at.atOffset(ZoneOffset.UTC)).orElseThrow())
        .execute();
  }

  static RankedGame game(ResultSet row) throws SQLException {
    return new RankedGame(
        new GameId(row.getString("game_id")),
        row.getString("preset"),
        List.of(
            new UserId(row.getString("first_player")), new UserId(row.getString("second_player"))),
        false,
        Columns.text(row, "winner").map(UserId::new),
        row.getString("end_reason"),
        row.getInt("turns"),
        Columns.requiredInstant(row, "ended_at"));
  }
}
