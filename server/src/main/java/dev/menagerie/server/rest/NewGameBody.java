package dev.menagerie.server.rest;

import dev.menagerie.server.game.Audience;
import dev.menagerie.server.play.GameType;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The body of {@code POST /games}.
 *
 * @param rulesConfig a preset's name, or an object with any fields over a {@code preset}; absent:
 *     standard
 * @param opponent absent: whoever has the invitation's code
 */
public record NewGameBody(
    String deckId,
    Optional<JsonNode> rulesConfig,
    Optional<GameType> gameType,
    Optional<Opponent> opponent,
    Optional<Audience> spectators,
    Optional<DelayMs> spectatorDelayMs) {

  /** How much later than the players spectators see the game. */
  public record DelayMs(int value) {
    /** An hour: longer than any game. */
    private static final int MAX = 3_600_000;

    public DelayMs {
      if (value < 0 || value > MAX) {
        throw new IllegalArgumentException("must be from 0 to " + MAX);
      }
    }
  }

  /** Who plays against the creator; which members go with which kind is checked. */
  public record Opponent(
      Kind kind,
      Optional<Boolean> listed,
      Optional<String> userId,
      Optional<String> bot,
      Optional<String> deckId) {
    public Opponent {
      boolean fits =
          switch (kind) {
            case OPEN -> userId.isEmpty() && bot.isEmpty() && deckId.isEmpty();
            case USER ->
                userId.isPresent() && listed.isEmpty() && bot.isEmpty() && deckId.isEmpty();
            case BOT -> bot.isPresent() && listed.isEmpty() && userId.isEmpty();
          };
      if (!fits) {
        throw new IllegalArgumentException(
            "open may have listed; user needs user_id; bot needs bot and may have deck_id");
      }
    }

    /** What an opponent can be. */
    public enum Kind {
      OPEN,
      USER,
      BOT
    }
  }
}
