package dev.menagerie.protocol;

import dev.menagerie.codec.JsonSchema;
import dev.menagerie.codec.SchemaDescriptions;
import dev.menagerie.codec.SnakeCase;
import dev.menagerie.rules.view.EventView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The AsyncAPI 3 document of the namespaces {@code /game} and {@code /lobby}, derived from the
 * records that are sent and read, so it always agrees with them.
 */
public final class AsyncApi {
  private static final String SCHEMAS = "#/components/schemas/";
  private static final String MESSAGES = "#/components/messages/";
  private static final String CHANNELS = "#/channels/";
  private static final String GAME = "game";
  private static final String LOBBY = "lobby";

  /** Marks the operation of a message in the lobby that is sent on {@code /game}, too. */
  private static final String IN_LOBBY = "@lobby";

  private static final List<Class<? extends Reply>> REPLIES =
      List.of(
          Reply.Acted.class,
          Reply.ActedDelta.class,
          Reply.Replayed.class,
          Reply.Joined.class,
          Reply.Done.class,
          Reply.Alive.class,
          Reply.Refused.class);

  /** An RFC 6902 operation; it has no record of its own. */
  private record PatchOperation(Op op, String path, JsonNode value) {}

  /** The operations {@link JsonPatch} makes. */
  private enum Op {
    ADD,
    REMOVE,
    REPLACE
  }

  private final JsonSchema incoming = JsonSchema.read(SCHEMAS);
  private final JsonSchema outgoing = JsonSchema.written(SCHEMAS);
  private final ObjectNode messages = JsonNodeFactory.instance.objectNode();
  private final ObjectNode channels = JsonNodeFactory.instance.objectNode();
  private final ObjectNode operations = JsonNodeFactory.instance.objectNode();

  private final SchemaDescriptions descriptions;

  private AsyncApi(SchemaDescriptions descriptions) {
    this.descriptions = descriptions;
  }

  /**
   * The document.
   *
   * @param version of the server
   */
  public static ObjectNode document(String version) {
    return document(version, descriptions());
  }

  static ObjectNode document(String version, SchemaDescriptions descriptions) {
    return new AsyncApi(descriptions).write(version);
  }

  /** The names, descriptions and examples of everything that goes over the socket. */
  static SchemaDescriptions descriptions() {
    return new SchemaDescriptions().with(AsyncApi.class, "/descriptions/wire.json");
  }

  private ObjectNode write(String version) {
    for (var name : List.of(GAME, LOBBY)) {
      channels.putObject(name).put("address", "/" + name).putObject("messages");
    }
    replies();
    for (var event : ClientMessage.Event.values()) client(event);
    for (var event : ServerMessage.Event.values()) {
      server(GAME, event.wireName(), event.message(), Examples.server(event));
    }
    for (var event : LobbyMessage.Event.values()) {
      server(LOBBY, event.wireName(), event.message(), Examples.lobby(event));
    }
    shareWithLobby();
    var document = JsonNodeFactory.instance.objectNode();
    document.put("asyncapi", "3.0.0");
    var info = document.putObject("info");
    info.put("title", "Menagerie, live play").put("version", version);
    info.put(
        "description",
        "Socket.IO 5 over Engine.IO 4 at /socket.io/, namespaces /game and /lobby. Each message is"
            + " one event with one JSON object; a client may add a callback, and the"
            + " acknowledgement then carries the reply.");
    document.put("defaultContentType", "application/json");
    document.set("channels", channels);
    document.set("operations", operations);
    var components = document.putObject("components");
    components.set("messages", messages);
    components.set("schemas", definitions());
    leaveOutUnused(document, (ObjectNode) components.get("schemas"));
    descriptions.describe(document);
    return document;
  }

  private void replies() {
    for (var reply : REPLIES) {
      var name = SnakeCase.of(reply.getSimpleName());
      message(GAME, "ack." + name, "ack", outgoing.of(reply), Examples.reply(name));
      var said = JsonNodeFactory.instance.objectNode().put("const", reply != Reply.Refused.class);
      ((ObjectNode) definition(outgoing, reply).get("properties")).set("ok", said);
    }
  }

  private void client(ClientMessage.Event event) {
    var schema = resolved(incoming, event.message());
    ((ObjectNode) schema.get("properties"))
        .set("type", JsonNodeFactory.instance.objectNode().put("const", event.wireName()));
    if (event == ClientMessage.Event.ACTION || event == ClientMessage.Event.RESIGN) {
      needed(schema).add("message_id");
    }
    message(GAME, event.wireName(), event.wireName(), schema, Examples.client(event));
    addReply(GAME, operation(GAME, "receive", event.wireName(), event.wireName()), event);
  }

  private static void addReply(String channel, ObjectNode operation, ClientMessage.Event event) {
    var reply = operation.putObject("reply");
    reply.putObject("channel").put("$ref", CHANNELS + channel);
    var replies = reply.putArray("messages");
    for (var name : replies(event)) {
      replies.addObject().put("$ref", channelMessage(channel, "ack." + name));
    }
  }

  /** What both namespaces have has one message and an operation in each. */
  private void shareWithLobby() {
    for (var event : LobbyMessage.SHARED) {
      refer(LOBBY, event.wireName());
      operation(LOBBY, "send", event.wireName(), event.wireName() + IN_LOBBY);
    }
    var refresh = ClientMessage.Event.REFRESH;
    refer(LOBBY, refresh.wireName());
    for (var name : replies(refresh)) refer(LOBBY, "ack." + name);
    var id = refresh.wireName() + IN_LOBBY;
    addReply(LOBBY, operation(LOBBY, "receive", refresh.wireName(), id), refresh);
  }

  private static List<String> replies(ClientMessage.Event event) {
    return switch (event) {
      case JOIN, SPECTATE -> List.of("joined", "refused");
      case ACTION, RESIGN -> List.of("acted", "acted_delta", "replayed", "refused");
      case LEAVE, REFRESH, EMOTE, CHAT -> List.of("done", "refused");
      case HEARTBEAT -> List.of("alive", "refused");
    };
  }

  private void server(String channel, String event, Class<?> record, JsonNode example) {
    var schema = resolved(outgoing, record);
    var members = (ObjectNode) schema.get("properties");
    members.remove("type");
    var all = JsonNodeFactory.instance.objectNode();
    all.set("type", JsonNodeFactory.instance.objectNode().put("const", event));
    all.set("message_id", outgoing.of(String.class));
    all.set("timestamp", outgoing.of(Instant.class));
    if (channel.equals(GAME)) {
      all.set("game_id", outgoing.of(String.class));
      all.set("event_id", outgoing.of(long.class));
      all.set("epoch", outgoing.of(int.class));
    }
    all.setAll(members);
    schema.set("properties", all);
    needed(schema).add("message_id").add("timestamp");
    message(channel, event, event, schema, example);
    operation(channel, "send", event, event);
  }

  private static ArrayNode needed(ObjectNode schema) {
    return schema.get("required") instanceof ArrayNode there ? there : schema.putArray("required");
  }

  /** A copy of a record's own schema, to be changed for the envelope around it. */
  private static ObjectNode resolved(JsonSchema schemas, Class<?> record) {
    return definition(schemas, record).deepCopy();
  }

  private static ObjectNode definition(JsonSchema schemas, Class<?> record) {
    var reference = schemas.of(record).get("$ref").stringValue();
    return (ObjectNode) schemas.definitions().get(reference.substring(SCHEMAS.length()));
  }

  private void message(
      String channel, String name, String event, ObjectNode payload, JsonNode example) {
    var message = messages.putObject(name);
    message.put("name", event);
    descriptions
        .entry("messages", name)
        .ifPresent(entry -> {
          message.put("summary", entry.path("description").asString());
          if (payload.has("properties")) descriptions.describe("messages", name, payload);
        });
    message.set("payload", payload);
    message.putArray("examples").addObject().set("payload", example);
    refer(channel, name);
  }

  private void refer(String channel, String message) {
    ((ObjectNode) channels.get(channel).get("messages"))
        .putObject(message)
        .put("$ref", MESSAGES + message);
  }

  private ObjectNode operation(String channel, String action, String event, String id) {
    var operation = operations.putObject(id);
    operation.put("action", action);
    descriptions
        .entry("messages", event)
        .ifPresent(entry -> operation.put("summary", entry.path("description").asString()));
    operation.putObject("channel").put("$ref", CHANNELS + channel);
    operation.putArray("messages").addObject().put("$ref", channelMessage(channel, event));
    return operation;
  }

  private static String channelMessage(String channel, String name) {
    return CHANNELS + channel + "/messages/" + name;
  }

  /** The schemas of values that are sent as ready-made JSON, derived from their original types. */
  private ObjectNode definitions() {
    var raw =
        Map.of(
            "state", outgoing.of(WireState.class),
            "events", array(outgoing.of(EventView.class)),
            "patch", array(outgoing.of(PatchOperation.class)));
    var definitions = incoming.definitions();
    // The schema of values that are read and written shows the full form: the server writes it, and
    // accepts it.
    definitions.setAll(outgoing.definitions());
    fill(definitions, raw);
    fill(messages, raw);
    definitions.forEach(AsyncApi::withoutNeedOfValue);
    return definitions;
  }

  /** A removal has no value. */
  private static void withoutNeedOfValue(JsonNode schema) {
    if (schema.path("properties").has("op") && schema.get("required") instanceof ArrayNode names) {
      names.removeIf(name -> name.asString().equals("value"));
    }
  }

  /** Records that were copied into a message are not referred to any more. */
  private static void leaveOutUnused(ObjectNode document, ObjectNode definitions) {
    boolean found = true;
    while (found) {
      var used = document.findValuesAsString("$ref");
      found = definitions.propertyNames().removeIf(name -> !used.contains(SCHEMAS + name));
    }
  }

  private static void fill(JsonNode node, Map<String, ObjectNode> raw) {
    if (node.get("properties") instanceof ObjectNode properties) {
      raw.forEach((name, schema) -> {
        if (properties.has(name) && properties.get(name).isEmpty()) properties.set(name, schema);
      });
    }
    for (var child : node) fill(child, raw);
  }

  private static ObjectNode array(ObjectNode items) {
    var array = JsonNodeFactory.instance.objectNode();
    array.put("type", "array");
    array.set("items", items);
    return array;
  }
}
