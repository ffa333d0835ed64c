package dev.menagerie.server.postgres;

import dev.menagerie.server.campaign.CampaignProgress;
import dev.menagerie.server.game.Ending;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Wins of campaigns, and which games are played for one. */
public final class PostgresCampaign implements CampaignProgress {
  private final Database database;

  public PostgresCampaign(Database database) {
    this.database = database;
  }

  @Override
  public Map<String, Instant> wins(UserId user) {
    var wins = new HashMap<String, Instant>();
    database.read(handle -> {
      handle
          .createQuery("select opponent_id, won_at from campaign_wins where user_id = :user")
          .bind("user", user.value())
          .map((row, _) -> Map.entry(row.getString(1), Columns.requiredInstant(row, "won_at")))
          .forEach(win -> wins.put(win.getKey(), win.getValue()));
      return wins;
    });
    return wins;
  }

  @Override
  public void begins(UserId user, String opponent, GameId game) {
    database.read(handle ->
        handle.execute(
            "insert into campaign_games (game_id, user_id, opponent_id) values (?, ?, ?)",
            game.value(),
            user.value(),
            opponent));
  }

  @Override
  public Worn worn(UserId user) {
    return database
        .read(handle ->
            handle
                .createQuery("select title, card_back from worn_rewards where user_id = :user")
                .bind("user", user.value())
                .map((row, _) ->
                    new Worn(
                        Optional.ofNullable(row.getString(1)),
                        Optional.ofNullable(row.getString(2))))
                .findOne())
        .orElse(Worn.NOTHING);
  }

  @Override
  public void wear(UserId user, Worn worn) {
    database.read(handle ->
        handle
            .createUpdate(
                "insert into worn_rewards (user_id, title, card_back) values (:user, :title, :back)"
                    + " on conflict (user_id) do update set title = :title, card_back = :back")
            .bind("user", user.value())
            .bind("title", EntryArrays.orNull(worn.title()))
            .bind("back", EntryArrays.orNull(worn.cardBack()))
            .execute());
  }

  @Override
  public int sweep() {
    return database.read(handle ->
        handle.execute(
            "delete from campaign_games g where g.begun_at < now() - interval '1 day'"
                + " and not exists (select 1 from active_games a where a.game_id = g.game_id)"));
  }

  /** A game has ended, within the transaction that ends it; most are of no campaign. */
  static void ended(Handle handle, GameId game, Ending ending, Instant at) {
    handle
        .createUpdate(
            """
            with ended as (delete from campaign_games where game_id = :game
              returning user_id, opponent_id)
            insert into campaign_wins (user_id, opponent_id, game_id, won_at)
            select user_id, opponent_id, :game, cast(:at as timestamptz) from ended
            where user_id = :winner on conflict do nothing
            """)
        .bind("game", game.value())
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .bind("winner", EntryArrays.orNull(ending.winner().map(UserId::value)))
        .execute();
  }
}
