package dev.menagerie.server.play;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.rules.state.Event;
import dev.menagerie.server.game.ClockOp;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One commit as it is stored: the move, its events, and the change of the clock.
 *
 * @param digest the digest of the state after it, so that a replay can prove every step
 */
public record GameRecord(Move move, List<Event> events, ClockOp clock, String digest) {
  public GameRecord {
    events = List.copyOf(events);
  }

  /** A record without its events: a replay works them out again, and they are most of the text. */
  public record Outline(Move move, String digest) {
    /** Reads what {@link GameRecord} was written as. */
    public static Outline read(String json) {
      var tree = Json.tree(json.getBytes(StandardCharsets.UTF_8), Limits.DOCUMENT);
      return new Outline(
          Json.bind(tree.path("move"), Move.class), tree.path("digest").stringValue());
    }
  }
}
