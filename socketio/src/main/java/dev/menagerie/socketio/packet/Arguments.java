package dev.menagerie.socketio.packet;

import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The arguments of an event or an acknowledgement. Their form is checked at once, and they are
 * parsed when they are used. The parsed view has binary attachments in their places.
 */
public final class Arguments {
  private static final Arguments NONE = new Arguments(new byte[0], new int[0], List.of());
  private static final JsonMapper MAPPER = ArgumentMapper.MAPPER;

  private final byte[] source;
  private final int[] bounds;
  private final List<byte[]> attachments;

  Arguments(byte[] source, int[] bounds, List<byte[]> attachments) {
    this.source = source;
    this.bounds = bounds;
    this.attachments = attachments;
  }

  /** No argument. */
  public static Arguments none() {
    return NONE;
  }

  /** How many there are. */
  public int size() {
    return bounds.length / 2;
  }

  /** The JSON of one argument as it was sent, placeholders and all. */
  public byte[] raw(int index) {
    return Arrays.copyOfRange(source, bounds[2 * index], bounds[2 * index + 1]);
  }

  /** One argument, parsed; binary parts are binary nodes. */
  public JsonNode json(int index) {
    int start = bounds[2 * index];
    JsonNode node = MAPPER.readTree(source, start, bounds[2 * index + 1] - start);
    return attachments.isEmpty() ? node : fill(node);
  }

  /** One argument as this type, unknown fields refused. */
  public <T> T as(int index, Class<T> type) {
    if (attachments.isEmpty()) {
      int start = bounds[2 * index];
      return MAPPER.readValue(source, start, bounds[2 * index + 1] - start, type);
    }
    return MAPPER.treeToValue(json(index), type);
  }

  /** The binary attachments in the order they came. */
  public List<byte[]> attachments() {
    return attachments;
  }

  Arguments with(List<byte[]> binaries) {
    var complete = new Arguments(source, bounds, List.copyOf(binaries));
    try {
      for (int i = 0; i < complete.size(); i++) {
        var _ =
            complete.json(i); // refuses a placeholder that points nowhere, before any handler runs
      }
    } catch (JacksonException malformed) {
      throw new InvalidPacket("malformed JSON");
    }
    return complete;
  }

  private JsonNode fill(JsonNode node) {
    return switch (node) {
      case ObjectNode object
          when object.path("_placeholder").isBoolean()
              && object.path("_placeholder").booleanValue() ->
          attachment(object.path("num"));
      case ObjectNode object -> {
        object.properties().forEach(property -> property.setValue(fill(property.getValue())));
        yield object;
      }
      case ArrayNode array -> {
        for (int i = 0; i < array.size(); i++) {
          array.set(i, fill(array.get(i)));
        }
        yield array;
      }
      default -> node;
    };
  }

  private JsonNode attachment(JsonNode number) {
    if (!number.isInt() || number.intValue() < 0 || number.intValue() >= attachments.size()) {
      throw new InvalidPacket("a placeholder without its attachment");
    }
    return MAPPER.getNodeFactory().binaryNode(attachments.get(number.intValue()));
  }
}
