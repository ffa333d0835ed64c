package dev.menagerie.server.play;

import dev.menagerie.codec.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The summary that lists show of a game; the stores do not read it.
 *
 * @param rules the preset of its rules
 * @param spectatorDelayMs how much later than the players others may know; absent: at once
 */
public record GameSummary(
    String rules, List<SeatedPlayer> players, Optional<Integer> spectatorDelayMs) {
  static String text(GameHeader header, Moment moment) {
    return Json.text(
        new GameSummary(
            header.rules().preset(),
            SeatedPlayer.of(moment.players()),
            Optional.of(header.spectatorDelayMs()).filter(delay -> delay > 0)));
  }

  /** From the summary that a standing carries. */
  public static GameSummary read(String summary) {
    return Json.read(summary, GameSummary.class);
  }

  /** How much later than the players others may know. */
  public Duration spectatorDelay() {
    return Duration.ofMillis(spectatorDelayMs.orElse(0));
  }
}
