package dev.menagerie.client;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What one commit of a game did.
 *
 * @param eventId the version it made
 * @param playerId who acted; empty: the server by itself
 * @param actionType the type of the action or of the server's own step
 * @param events what happened, in order
 */
public record Commit(
    long eventId, Optional<String> playerId, String actionType, List<JsonNode> events) {
  public Commit {
    events = List.copyOf(events);
  }

  static Commit of(JsonNode message, Optional<String> playerId) {
    return new Commit(
        message.path("event_id").asLong(),
        playerId,
        message.path("action_type").asString(""),
        Json.list(message.path("events"), event -> event));
  }
}
