package dev.menagerie.server.postgres;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Games;
import dev.menagerie.server.game.History;
import dev.menagerie.server.game.UserId;
import java.util.Optional;

/** Games that ended some days ago, with their journal and history. */
public record EndedGames(Database database, PostgresJournal journal) {
  /** A game of two new users. */
  public GameId daysAgo(int days) {
    var players = new UserId[] {UserId.fresh(), UserId.fresh()};
    var game = Games.begun(GameId.fresh(), players[0], players[1]);
    journal.create(game, Optional.empty());
    var history = new History(game);
    history.end(players);
    journal.append(history.entries());
    database.read(handle ->
        handle.execute(
            "update game_history set ended_at = now() - make_interval(days => ?) where game_id = ?",
            days,
            game.id().value()));
    return game.id();
  }
}
