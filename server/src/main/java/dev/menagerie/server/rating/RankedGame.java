package dev.menagerie.server.rating;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.server.game.Ending;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.GameIndexEntry;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.rating.Standing.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A ranked game that two players have ended.
 *
 * @param preset the rules; every preset has ratings of its own
 * @param players by seat
 * @param hasBot whether the house played one of the seats
 */
public record RankedGame(
    GameId game,
    String preset,
    List<UserId> players,
    boolean hasBot,
    Optional<UserId> winner,
    String endReason,
    int turns,
    Instant endedAt) {
  private static final String RANKED = "ranked";

  public RankedGame {
    players = List.copyOf(players);
    if (players.size() != 2) throw new IllegalArgumentException("a game has two players");
  }

  /** The game that has just ended, if it is a ranked one with two players. */
  public static Optional<RankedGame> of(
      GameId game, GameIndexEntry last, Ending ending, Instant endedAt) {
    if (!last.gameType().equals(RANKED) || last.players().size() != 2) return Optional.empty();
    var summary = Json.tree(last.summary().getBytes(StandardCharsets.UTF_8), Limits.DOCUMENT);
    return Optional.of(
        new RankedGame(
            game,
            summary.path("rules").asString(),
            last.players(),
            summary.path("players").valueStream().anyMatch(player -> player.has("bot")),
            ending.winner(),
            ending.reason(),
            last.turn(),
            endedAt));
  }

  /** The season it counts for. */
  public Season season() {
    return Season.of(endedAt);
  }

  /** The result for one of its players. */
  public Outcome outcome(UserId player) {
    if (winner.isEmpty()) return Outcome.TIE;
    return winner.get().equals(player) ? Outcome.WIN : Outcome.LOSS;
  }
}
