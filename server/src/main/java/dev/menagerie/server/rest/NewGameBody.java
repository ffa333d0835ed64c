package dev.menagerie.server.rest;

import dev.menagerie.server.game.Audience;
import dev.menagerie.server.play.GameType;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The body of {@code POST /games}.
 *
 * @param rulesConfig a preset's name, or an object with a {@code preset} and fields that replace
 *     its own; absent: {@code standard}
 * @param opponent absent: any user who has the invitation's code
 */
public record NewGameBody(
    String deckId,
    Optional<JsonNode> rulesConfig,
    Optional<GameType> gameType,
    Optional<Opponent> opponent,
    Optional<Audience> spectators,
    Optional<DelayMs> spectatorDelayMs) {

  /** The delay of spectators, in milliseconds. */
  public record DelayMs(int value) {
    /** One hour. */
    private static final int MAX = 3_600_000;

    public DelayMs {
      if (value < 0 || value > MAX) {
        throw new IllegalArgumentException("must be from 0 to " + MAX);
      }
    }
  }

  /** The creator's opponent. The constructor checks which members go with which kind. */
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

    /** Kinds of opponents. */
    public enum Kind {
      OPEN,
      USER,
      BOT
    }
  }
}
