package dev.menagerie.server.postgres;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Describes finished games for their players' statistics, within the caller's transaction. */
final class PlayedRows {
  private PlayedRows() {}

  /** Games described in one batch of {@link #describeOlder}. */
  private static final int BATCH = 200;

  /**
   * Writes results and decks of finished games into the rows of their players.
   *
   * @param deckNames of one game, by seat; empty: not known
   */
  static void describe(Handle handle, List<String> games, List<String> deckNames) {
    handle
        .createUpdate(
            """
            update game_history_players p set preset = d.preset, game_type = d.game_type,
              result = d.result, opponent = d.opponent, against_bot = d.against_bot,
              turns = d.turn_number, duration_ms = d.duration_ms,
              deck = d.deck, deck_name = (cast(:names as text[]))[d.seat],
              opponent_deck = d.opponent_deck,
              opponent_deck_name = (cast(:names as text[]))[3 - d.seat]
            from (
              select h.game_id, s.user_id, s.seat, h.game_type, h.turn_number, h.duration_ms,
                h.summary::jsonb ->> 'rules' as preset,
                case
                  when h.end_reason in ('expired', 'cancelled', 'declined', 'creator_left', 'voided')
                    then 'none'
                  when h.winner_id is null then 'tied'
                  when h.winner_id = s.user_id then 'won' else 'lost' end as result,
                h.players[3 - s.seat] as opponent,
                (h.summary::jsonb -> 'players' -> (2 - s.seat) ->> 'bot') is not null as against_bot,
                deck_print(h.decks::jsonb -> (s.seat - 1)) as deck,
                deck_print(h.decks::jsonb -> (2 - s.seat)) as opponent_deck
              from game_history h cross join lateral (
                select distinct on (user_id) user_id, number::int as seat
                from unnest(h.players) with ordinality as u (user_id, number)
                order by user_id, number) s
              where h.game_id = any(:games)) d
            where p.game_id = d.game_id and p.user_id = d.user_id
            """)
        .bindArray("names", String.class, deckNames.toArray())
        .bindArray("games", String.class, games.toArray())
        .execute();
  }

  /** Describes games of older builds, a batch at a time; how many. */
  static int describeOlder(Handle handle) {
    var games =
        handle
            .createQuery(
                "select game_id from game_history_players where result is null limit :limit"
                    + " for update skip locked")
            .bind("limit", BATCH)
            .mapTo(String.class)
            .list();
    if (!games.isEmpty()) describe(handle, games, List.of());
    return games.size();
  }
}
