package dev.menagerie.protocol;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.JsonWriter;
import java.time.Instant;
import java.util.Optional;

/**
 * The members that every server message has.
 *
 * @param messageId unique among the messages of this server process
 * @param game the game and version of the message, if it has one
 */
public record Envelope(String messageId, Instant timestamp, Optional<GameRef> game) {
  /** A game at one version. */
  public record GameRef(String gameId, long eventId, int epoch) {}

  private record Head(String type, String messageId, Instant timestamp) {}

  /** The whole message as UTF-8 JSON: type and envelope first, then the message's members. */
  public byte[] encode(WireMessage message) {
    var out = new JsonWriter().beginObject();
    Json.writeMembers(out, new Head(message.event(), messageId, timestamp));
    game.ifPresent(ref -> Json.writeMembers(out, ref));
    Json.writeMembers(out, (Record) message);
    return out.endObject().toBytes();
  }
}
