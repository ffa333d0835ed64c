package dev.menagerie.server.play;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.rules.state.Event;
import dev.menagerie.server.game.ClockOp;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * One commit as it is stored: the move, its events, and the change of the clock.
 *
 * @param digest the digest of the state after it, so that a replay can prove every step
 * @param trace the trace of the request; empty if it is not traced. The last member, so that it can
 *     be read without the rest
 */
public record GameRecord(
    Move move, List<Event> events, ClockOp clock, String digest, Optional<TraceContext> trace) {
  private static final String TRACE = ",\"trace\":\"";
  private static final String END = "\"}";

  public GameRecord {
    events = List.copyOf(events);
  }

  /** The trace of a record as it was written. */
  public static Optional<TraceContext> traceOf(String json) {
    int value = json.length() - END.length() - TraceContext.LENGTH;
    return json.startsWith(TRACE, value - TRACE.length())
        ? TraceContext.read(json.substring(value, json.length() - END.length()))
        : Optional.empty();
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
