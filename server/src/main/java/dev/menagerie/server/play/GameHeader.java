package dev.menagerie.server.play;

import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.game.Seed;
import dev.menagerie.server.game.Audience;
import dev.menagerie.server.game.GameId;
import java.time.Instant;
import java.util.Optional;

/**
 * The fixed part of a game. It contains the seed and the invitation's code: never shown, never
 * logged.
 */
public record GameHeader(
    GameId game,
    Instant createdAt,
    GameType type,
    RulesConfig rules,
    PlayerEntry creator,
    Invitation invitation,
    Audience audience,
    int spectatorDelayMs,
    String seedHex,
    String cardsVersion,
    Optional<GameId> rematchOf) {
  /** The game's secret seed. */
  public Seed seed() {
    return Seed.ofHex(seedHex);
  }

  @Override
  public String toString() {
    return "GameHeader[" + game + "]";
  }
}
