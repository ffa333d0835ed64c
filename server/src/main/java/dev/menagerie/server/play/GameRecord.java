package dev.menagerie.server.play;

import dev.menagerie.codec.StoredJson;
import dev.menagerie.rules.state.Event;
import dev.menagerie.server.game.ClockOp;
import java.util.List;
import java.util.Optional;

/**
 * One commit as it is stored: the move, its events, and the change of the clock.
 *
 * @param digest the digest of the state after it, so that a replay can prove every step
 * @param trace the trace of the request; empty if it is not traced. It and the digest are the last
 *     members, so that they can be read without the rest
 */
public record GameRecord(
    Move move, List<Event> events, ClockOp clock, String digest, Optional<TraceContext> trace) {
  private static final String DIGEST = ",\"digest\":\"";
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

  /** The digest of a record as it was written; empty if other members follow it. */
  private static Optional<String> digestOf(String json) {
    int traced = END.length() + TraceContext.LENGTH + TRACE.length();
    int end =
        json.startsWith(TRACE, json.length() - traced)
            ? json.length() - traced - 1
            : json.length() - END.length();
    int value = json.lastIndexOf(DIGEST, end) + DIGEST.length();
    return value >= DIGEST.length() && json.indexOf('"', value) == end
        ? Optional.of(json.substring(value, end))
        : Optional.empty();
  }

  /** A record without its events: a replay works them out again, and they are most of the text. */
  public record Outline(Move move, String digest) {
    /** Reads what {@link GameRecord} was written as, of a usual one only its two ends. */
    static Outline read(String json) {
      return digestOf(json)
          .map(digest -> new Outline(StoredJson.readPart(json, Beginning.class).move(), digest))
          .orElseGet(() -> StoredJson.readPart(json, Outline.class));
    }
  }

  private record Beginning(Move move) {}
}
