package dev.menagerie.server.play;

import dev.menagerie.codec.Json;
import java.util.List;

/**
 * What lists show of a game and the stores need not understand.
 *
 * @param rules the preset its rules were laid over
 */
public record GameSummary(String rules, List<Seated> players) {
  static String text(GameHeader header, Moment moment) {
    return Json.text(new GameSummary(header.rules().preset(), Seated.of(moment.players())));
  }

  /** From the summary that a standing carries. */
  public static GameSummary read(String summary) {
    return Json.read(summary, GameSummary.class);
  }
}
