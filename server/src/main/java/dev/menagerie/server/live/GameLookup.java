package dev.menagerie.server.live;

import dev.menagerie.protocol.Refusal;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.play.Games;
import dev.menagerie.server.play.LiveGame;
import dev.menagerie.server.play.Refusals;
import java.util.Optional;

/** Finds the game that a message names. A game that the user may not know of is not found. */
final class GameLookup {
  private final Games games;

  GameLookup(Games games) {
    this.games = games;
  }

  /** The user's seat in a game, or why there is none. */
  sealed interface Found {
    record Seated(LiveGame game, Seat seat) implements Found {}

    record Refused(Refusal refusal) implements Found {}
  }

  /** The user's seat; blocks where the game must be read. */
  Found seat(String gameId, UserId user) {
    return find(gameId, user)
        .map(GameLookup::seat)
        .orElseGet(() -> new Found.Refused(Refusals.GAME_NOT_FOUND));
  }

  /** The same from memory; empty if {@link #seat} has to read the game. Never blocks. */
  Optional<Found> knownSeat(String gameId, UserId user) {
    return GameId.parse(gameId).flatMap(id -> games.findKnown(id, user)).map(GameLookup::seat);
  }

  private static Found seat(Games.KnownGame game) {
    return game.seat()
        .<Found>map(seat -> new Found.Seated(game.game(), seat))
        .orElseGet(() -> new Found.Refused(Refusals.NOT_PARTICIPANT));
  }

  Optional<Games.KnownGame> find(String gameId, UserId user) {
    return GameId.parse(gameId).flatMap(id -> games.find(id, user));
  }
}
