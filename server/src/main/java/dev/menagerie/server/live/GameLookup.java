package dev.menagerie.server.live;

import dev.menagerie.protocol.ErrorCode;
import dev.menagerie.protocol.Refusal;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.play.Games;
import dev.menagerie.server.play.LiveGame;
import java.util.Optional;

/** Finds the game a message speaks of; what a user may not know of does not exist. */
final class GameLookup {
  private static final Refusal NOT_FOUND =
      Refusal.of(ErrorCode.GAME_NOT_FOUND, "There is no such game.");

  private final Games games;

  GameLookup(Games games) {
    this.games = games;
  }

  /** Where somebody sits, or why they do not. */
  sealed interface Found {
    record Seated(LiveGame game, Seat seat) implements Found {}

    record Refused(Refusal refusal) implements Found {}
  }

  Found seat(String gameId, UserId user) {
    var place = find(gameId, user);
    if (place.isEmpty()) return new Found.Refused(NOT_FOUND);
    return place
        .get()
        .seat()
        .<Found>map(seat -> new Found.Seated(place.get().game(), seat))
        .orElseGet(() ->
            new Found.Refused(
                Refusal.of(ErrorCode.NOT_PARTICIPANT, "You do not play in this game.")));
  }

  Optional<Games.Place> find(String gameId, UserId user) {
    return id(gameId).flatMap(id -> games.find(id, user));
  }

  static Optional<GameId> id(String text) {
    try {
      return Optional.of(new GameId(text));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }
}
