package dev.menagerie.protocol;

import dev.menagerie.codec.Json;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * What every server message carries besides its own members.
 *
 * @param messageId unique among the messages of this server process
 * @param game the game and its version it speaks of, if it does
 */
public record Envelope(String messageId, Instant timestamp, Optional<GameRef> game) {
  /** A game at one version. */
  public record GameRef(String gameId, long eventId, int epoch) {}

  private record Head(String type, String messageId, Instant timestamp) {}

  /** The whole message as UTF-8 JSON: type and envelope first, then the message's members. */
  public byte[] encode(ServerMessage message) {
    var out = new ByteArrayOutputStream(1024);
    try (JsonGenerator generator = Json.generator(out)) {
      generator.writeStartObject();
      Json.writeMembers(generator, new Head(message.event(), messageId, timestamp));
      game.ifPresent(ref -> Json.writeMembers(generator, ref));
      Json.writeMembers(generator, (Record) message);
      generator.writeEndObject();
    }
    return out.toByteArray();
  }
}
