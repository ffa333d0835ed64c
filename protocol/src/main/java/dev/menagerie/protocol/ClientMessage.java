package dev.menagerie.protocol;

import dev.menagerie.codec.InvalidJson;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.JsonProblem;
import dev.menagerie.rules.view.Action;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A message of a client on the {@code /game} namespace, one record per event. Strict: unknown
 * members, wrong types and a {@code type} that is not the event's name are refused with the path.
 */
public sealed interface ClientMessage {
  /** The envelope's type, if the client gave one. */
  Optional<String> type();

  /** The client's id for this message; the idempotency key of actions and resignations. */
  Optional<String> messageId();

  /** {@code game:join}: join or rejoin as a player. */
  record Join(
      Optional<String> type,
      Optional<String> messageId,
      String gameId,
      Optional<Long> lastEventId,
      Optional<Integer> epoch,
      Optional<Sync> sync,
      Optional<Boolean> legalActions,
      Optional<Boolean> events)
      implements ClientMessage {}

  /** {@code game:spectate}: watch a public game. */
  record Spectate(
      Optional<String> type,
      Optional<String> messageId,
      String gameId,
      Optional<Long> lastEventId,
      Optional<Integer> epoch,
      Optional<Sync> sync,
      Optional<Boolean> legalActions,
      Optional<Boolean> events)
      implements ClientMessage {}

  /** {@code game:action}: play; {@code message_id} is the idempotency key. */
  record Act(
      Optional<String> type,
      Optional<String> messageId,
      String gameId,
      Action action,
      Optional<Long> expectedEventId,
      Optional<String> traceparent)
      implements ClientMessage {}

  /** {@code game:resign}: give up; {@code message_id} is the idempotency key. */
  record Resign(
      Optional<String> type,
      Optional<String> messageId,
      String gameId,
      Optional<String> traceparent)
      implements ClientMessage {}

  /** {@code game:emote}: one of the fixed things that players say to each other. */
  record ShowEmote(Optional<String> type, Optional<String> messageId, String gameId, Emote emote)
      implements ClientMessage {}

  /** The things that players say to each other; clients have the words for them. */
  enum Emote {
    HELLO,
    GOOD_LUCK,
    NICE_MOVE,
    THANKS,
    THINKING,
    OOPS,
    WOW,
    GOOD_GAME
  }

  /** {@code game:chat}: a line of text for the other player, where the house has chat. */
  record Say(Optional<String> type, Optional<String> messageId, String gameId, String text)
      implements ClientMessage {
    /** Without the text, which is private. */
    @Override
    public String toString() {
      return "Say[" + gameId + "]";
    }
  }

  /** {@code game:leave}: leave the room, not the game. */
  record Leave(Optional<String> type, Optional<String> messageId, String gameId)
      implements ClientMessage {}

  /** {@code game:heartbeat}: still here. */
  record Heartbeat(Optional<String> type, Optional<String> messageId) implements ClientMessage {}

  /** {@code auth:refresh}: a newer token of the same user. */
  record Refresh(Optional<String> type, Optional<String> messageId, String token)
      implements ClientMessage {}

  /** How a client wants to follow a game. */
  enum Sync {
    /** The seed's messages: result or opponent's action, state, turn start, game over. */
    FULL,
    /** One {@code game:update} per commit. */
    DELTA
  }

  /** The events a client may send, with the records they carry. */
  enum Event {
    JOIN("game:join", Join.class),
    SPECTATE("game:spectate", Spectate.class),
    ACTION("game:action", Act.class),
    RESIGN("game:resign", Resign.class),
    EMOTE("game:emote", ShowEmote.class),
    CHAT("game:chat", Say.class),
    LEAVE("game:leave", Leave.class),
    HEARTBEAT("game:heartbeat", Heartbeat.class),
    REFRESH("auth:refresh", Refresh.class);

    private final String wireName;
    private final Class<? extends ClientMessage> message;

    Event(String wireName, Class<? extends ClientMessage> message) {
      this.wireName = wireName;
      this.message = message;
    }

    /** The name of the event on the wire, such as {@code game:action}. */
    public String wireName() {
      return wireName;
    }

    /** The record that the event carries. */
    public Class<? extends ClientMessage> message() {
      return message;
    }
  }

  /** The longest id a client may make up; a UUID has 36 characters. */
  int MAX_MESSAGE_ID = 64;

  /**
   * Reads the payload of an event.
   *
   * @throws InvalidJson with every problem and its path
   */
  static ClientMessage read(Event event, JsonNode payload) {
    var action = payload.get("action");
    if (event == Event.ACTION && action != null && !action.isObject()) {
      throw refused("$.action", "must be an object");
    }
    ClientMessage message = Json.bind(payload, event.message());
    message
        .type()
        .filter(type -> !type.equals(event.wireName()))
        .ifPresent(_ -> {
          throw refused("$.type", "must be " + event.wireName());
        });
    message
        .messageId()
        .filter(id -> id.isEmpty() || id.length() > MAX_MESSAGE_ID)
        .ifPresent(_ -> {
          throw refused("$.message_id", "must have 1 to " + MAX_MESSAGE_ID + " characters");
        });
    return message;
  }

  private static InvalidJson refused(String path, String message) {
    return new InvalidJson(List.of(new JsonProblem(path, message)));
  }
}
