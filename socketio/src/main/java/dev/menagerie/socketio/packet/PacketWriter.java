package dev.menagerie.socketio.packet;

import dev.menagerie.socketio.engineio.EncodedPacket;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BinaryNode;
import tools.jackson.databind.node.ObjectNode;

/** Encodes Socket.IO packets into frames: a text frame, and one more for each binary attachment. */
public final class PacketWriter {
  private static final JsonMapper MAPPER = ArgumentMapper.MAPPER;
  private static final long NO_ID = -1;

  private PacketWriter() {}

  /** Accepts a CONNECT. */
  public static EncodedPacket connected(String namespace, String socketId) {
    return EncodedPacket.message(ascii('0' + prefix(namespace) + "{\"sid\":\"" + socketId + "\"}"));
  }

  /** Refuses a CONNECT. */
  public static EncodedPacket refused(
      String namespace, String message, @Nullable EncodedJson details) {
    byte[] start = ascii('4' + prefix(namespace) + "{\"message\":");
    byte[] text = MAPPER.writeValueAsBytes(message);
    return details == null
        ? EncodedPacket.message(start, text, ascii("}"))
        : EncodedPacket.message(start, text, ascii(",\"data\":"), details.utf8(), ascii("}"));
  }

  /** A packet that removes the client from this namespace. */
  public static EncodedPacket disconnect(String namespace) {
    return EncodedPacket.message(ascii('1' + prefix(namespace)));
  }

  /** An event that wants no acknowledgement. */
  public static List<EncodedPacket> event(
      String namespace, String name, @Nullable Object... arguments) {
    return event(namespace, NO_ID, name, arguments);
  }

  /** An event that wants an acknowledgement with this id. */
  public static List<EncodedPacket> event(
      String namespace, long id, String name, @Nullable Object... arguments) {
    if (PacketParser.RESERVED_EVENTS.contains(name)) {
      throw new IllegalArgumentException("a reserved event name: " + name);
    }
    var body = new Body();
    body.open();
    body.text(name);
    for (Object argument : arguments) {
      body.separate();
      body.value(argument);
    }
    return body.frames('2', '5', namespace, id);
  }

  /** Answers an event of the client's. */
  public static List<EncodedPacket> ack(String namespace, long id, @Nullable Object... arguments) {
    var body = new Body();
    body.open();
    for (int i = 0; i < arguments.length; i++) {
      if (i > 0) {
        body.separate();
      }
      body.value(arguments[i]);
    }
    return body.frames('3', '6', namespace, id);
  }

  private static String prefix(String namespace) {
    return namespace.equals("/") ? "" : namespace + ",";
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The JSON array of a packet as it grows. */
  private static final class Body {
    private final ByteArrayOutputStream json = new ByteArrayOutputStream(256);
    private final List<byte[]> attachments = new ArrayList<>(0);

    void open() {
      json.write('[');
    }

    void separate() {
      json.write(',');
    }

    void text(String text) {
      if (isPlain(text)) {
        json.write('"');
        json.writeBytes(ascii(text));
        json.write('"');
      } else {
        json.writeBytes(MAPPER.writeValueAsBytes(text));
      }
    }

    void value(@Nullable Object argument) {
      switch (argument) {
        case null -> json.writeBytes(ascii("null"));
        case EncodedJson encoded -> json.writeBytes(encoded.utf8());
        case String text -> text(text);
        case Integer number -> json.writeBytes(ascii(number.toString()));
        case Long number -> json.writeBytes(ascii(number.toString()));
        case Boolean truth -> json.writeBytes(ascii(truth.toString()));
        case byte[] binary -> json.writeBytes(MAPPER.writeValueAsBytes(placeholder(binary)));
        case JsonNode node -> node(node);
        default -> node(MAPPER.valueToTree(argument));
      }
    }

    private void node(JsonNode node) {
      json.writeBytes(MAPPER.writeValueAsBytes(holdsBinary(node) ? extract(node) : node));
    }

    private static boolean holdsBinary(JsonNode node) {
      if (node.isBinary()) {
        return true;
      }
      for (JsonNode child : node) {
        if (holdsBinary(child)) {
          return true;
        }
      }
      return false;
    }

    /** A copy with placeholders for the binary parts, in the order of the parts. */
    private JsonNode extract(JsonNode node) {
      return switch (node) {
        case BinaryNode binary -> placeholder(binary.binaryValue());
        case ObjectNode object -> {
          ObjectNode copy = MAPPER.createObjectNode();
          object.forEachEntry((name, child) -> copy.set(name, extract(child)));
          yield copy;
        }
        case ArrayNode array -> {
          ArrayNode copy = MAPPER.createArrayNode();
          array.forEach(child -> copy.add(extract(child)));
          yield copy;
        }
        default -> node;
      };
    }

    private ObjectNode placeholder(byte[] binary) {
      attachments.add(binary);
      return MAPPER.createObjectNode().put("_placeholder", true).put("num", attachments.size() - 1);
    }

    List<EncodedPacket> frames(char plain, char withBinary, String namespace, long id) {
      json.write(']');
      String number = id == NO_ID ? "" : Long.toString(id);
      if (attachments.isEmpty()) {
        return List.of(
            EncodedPacket.message(ascii(plain + prefix(namespace) + number), json.toByteArray()));
      }
      var frames = new ArrayList<EncodedPacket>(1 + attachments.size());
      String start = withBinary + Integer.toString(attachments.size()) + "-";
      frames.add(
          EncodedPacket.message(ascii(start + prefix(namespace) + number), json.toByteArray()));
      attachments.forEach(binary -> frames.add(EncodedPacket.binary(binary)));
      return frames;
    }

    private static boolean isPlain(String text) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c < 0x20 || c > 0x7E || c == '"' || c == '\\') {
          return false;
        }
      }
      return true;
    }
  }
}
