package dev.menagerie.socketio.packet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the Socket.IO packets of one connection, strictly: whatever the protocol does not allow
 * from a client is an {@link InvalidPacket}. Not thread-safe.
 */
public final class PacketParser {
  /** Names that Socket.IO keeps for itself; a client may not send them as events. */
  public static final Set<String> RESERVED_EVENTS =
      Set.of(
          "connect",
          "connect_error",
          "disconnect",
          "disconnecting",
          "newListener",
          "removeListener");

  /** The largest id that every client can hold exactly. */
  private static final long MAX_ID = (1L << 53) - 1;

  /** No honest namespace has a longer name. */
  private static final int MAX_NAMESPACE_BYTES = 256;

  private static final int NONE = -1;

  private final JsonFactory json;
  private int maxAttachments;
  private @Nullable Unfinished unfinished;

  public PacketParser(JsonPolicy policy, int maxAttachments) {
    this(factory(policy), maxAttachments);
  }

  /** A parser that shares its factory with others. */
  public PacketParser(JsonFactory factory, int maxAttachments) {
    this.json = factory;
    this.maxAttachments = maxAttachments;
  }

  /** What parsers of one policy share. */
  public static JsonFactory factory(JsonPolicy policy) {
    return JsonFactory.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .streamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(policy.maxDepth()).build())
        .build();
  }

  /** Changes how many attachments a packet may announce. */
  public void maxAttachments(int most) {
    maxAttachments = most;
  }

  /**
   * Reads the text of a packet.
   *
   * @param bytes valid UTF-8, kept by the result
   * @param start where the packet starts in it
   * @return the packet, or null if its attachments are still to come
   */
  public @Nullable Packet text(byte[] bytes, int start) {
    if (unfinished != null) {
      throw new InvalidPacket("text where an attachment was announced");
    }
    return new Cursor(bytes, start).packet();
  }

  /**
   * Takes an attachment.
   *
   * @return the packet it completes, or null if more are to come
   */
  public @Nullable Packet binary(byte[] attachment) {
    Unfinished packet = unfinished;
    if (packet == null) {
      throw new InvalidPacket("an attachment that nothing announced");
    }
    packet.attachments.add(attachment);
    if (packet.attachments.size() < packet.expected) {
      return null;
    }
    unfinished = null;
    return packet.complete();
  }

  /**
   * The packet whose attachments are awaited.
   *
   * @throws IllegalStateException if none is
   */
  public Packet awaited() {
    if (unfinished == null) {
      throw new IllegalStateException("no attachment is awaited");
    }
    return unfinished.packet;
  }

  /** A packet whose attachments are on their way. */
  private record Unfinished(Packet packet, int expected, List<byte[]> attachments) {
    Packet complete() {
      return switch (packet) {
        case Packet.Event event ->
            new Packet.Event(
                event.namespace(), event.id(), event.name(), event.arguments().with(attachments));
        case Packet.Ack ack ->
            new Packet.Ack(ack.namespace(), ack.id(), ack.arguments().with(attachments));
        case Packet.Connect connect -> connect;
        case Packet.Disconnect disconnect -> disconnect;
      };
    }
  }

  /** Walks over the bytes of one packet. */
  private final class Cursor {
    private final byte[] bytes;
    private int at;

    Cursor(byte[] bytes, int start) {
      this.bytes = bytes;
      this.at = start;
    }

    @Nullable Packet packet() {
      if (at >= bytes.length) {
        throw new InvalidPacket("an empty packet");
      }
      int type = bytes[at++];
      int attachments = type == '5' || type == '6' ? attachments() : NONE;
      String namespace = namespace();
      long id = id();
      return switch (type) {
        case '0' -> connect(namespace, id);
        case '1' -> disconnect(namespace, id);
        case '2', '5' -> await(event(namespace, id), attachments);
        case '3', '6' -> await(ack(namespace, id), attachments);
        default -> throw new InvalidPacket("unknown packet type");
      };
    }

    private int attachments() {
      long count = number(maxAttachments);
      if (count == NONE || at >= bytes.length || bytes[at] != '-') {
        throw new InvalidPacket("a binary packet without its number of attachments");
      }
      at++;
      return (int) count;
    }

    private String namespace() {
      if (at >= bytes.length || bytes[at] != '/') {
        return "/";
      }
      int start = at;
      while (at < bytes.length && bytes[at] != ',') {
        at++;
      }
      if (at - start > MAX_NAMESPACE_BYTES) {
        throw new InvalidPacket("a namespace with too long a name");
      }
      String name = new String(bytes, start, at - start, StandardCharsets.UTF_8);
      at++;
      int query = name.indexOf('?');
      return query < 0 ? name : name.substring(0, query);
    }

    private long id() {
      return number(MAX_ID);
    }

    private long number(long most) {
      int start = at;
      long number = 0;
      while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
        number = number * 10 + bytes[at++] - '0';
        if (number > most) {
          throw new InvalidPacket("a number over its limit");
        }
      }
      return at == start ? NONE : number;
    }

    private Packet connect(String namespace, long id) {
      if (id != NONE) {
        throw new InvalidPacket("a connect packet with an id");
      }
      if (at >= bytes.length) {
        return new Packet.Connect(namespace, null);
      }
      try (JsonParser parser = parser()) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
          throw new InvalidPacket("a connect payload that is no object");
        }
        parser.skipChildren();
        end(parser);
      } catch (JacksonException malformed) {
        throw new InvalidPacket("malformed JSON");
      }
      return new Packet.Connect(namespace, java.util.Arrays.copyOfRange(bytes, at, bytes.length));
    }

    private Packet disconnect(String namespace, long id) {
      if (id != NONE || at < bytes.length) {
        throw new InvalidPacket("a disconnect packet with a payload");
      }
      return new Packet.Disconnect(namespace);
    }

    private Packet event(String namespace, long id) {
      try (JsonParser parser = parser()) {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
          throw new InvalidPacket("an event payload that is no array");
        }
        JsonToken first = parser.nextToken();
        if (first != JsonToken.VALUE_STRING && !(first != null && first.isNumeric())) {
          throw new InvalidPacket("an event without a name");
        }
        String name = parser.getString();
        if (first == JsonToken.VALUE_STRING && RESERVED_EVENTS.contains(name)) {
          throw new InvalidPacket("an event with a reserved name");
        }
        Arguments arguments = arguments(parser);
        return new Packet.Event(
            namespace, id == NONE ? OptionalLong.empty() : OptionalLong.of(id), name, arguments);
      } catch (JacksonException malformed) {
        throw new InvalidPacket("malformed JSON");
      }
    }

    private Packet ack(String namespace, long id) {
      if (id == NONE) {
        throw new InvalidPacket("an acknowledgement without an id");
      }
      try (JsonParser parser = parser()) {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
          throw new InvalidPacket("an acknowledgement payload that is no array");
        }
        return new Packet.Ack(namespace, id, arguments(parser));
      } catch (JacksonException malformed) {
        throw new InvalidPacket("malformed JSON");
      }
    }

    private @Nullable Packet await(Packet packet, int attachments) {
      if (attachments <= 0) {
        return attachments == NONE ? packet : new Unfinished(packet, 0, List.of()).complete();
      }
      unfinished = new Unfinished(packet, attachments, new ArrayList<>());
      return null;
    }

    private JsonParser parser() {
      return json.createParser(ObjectReadContext.empty(), bytes, at, bytes.length - at);
    }

    /** Checks the rest of the array and notes where each value starts and ends. */
    private Arguments arguments(JsonParser parser) {
      int base = at;
      int[] bounds = new int[8];
      int count = 0;
      JsonToken token = parser.nextToken();
      while (token != JsonToken.END_ARRAY) {
        if (token == null) {
          throw new InvalidPacket("malformed JSON");
        }
        if (count + 2 > bounds.length) {
          bounds = java.util.Arrays.copyOf(bounds, 2 * bounds.length);
        }
        bounds[count] = base + (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        token = parser.nextToken();
        bounds[count + 1] = endBefore(base + (int) parser.currentTokenLocation().getByteOffset());
        count += 2;
      }
      end(parser);
      return count == 0
          ? Arguments.none()
          : new Arguments(bytes, java.util.Arrays.copyOf(bounds, count), List.of());
    }

    private void end(JsonParser parser) {
      if (parser.nextToken() != null) {
        throw new InvalidPacket("something after the JSON payload");
      }
    }

    /**
     * The end of a value, given where the next token starts: without the comma and the space
     * between.
     */
    private int endBefore(int next) {
      int end = skipSpaceBack(next);
      return bytes[end - 1] == ',' ? skipSpaceBack(end - 1) : end;
    }

    private int skipSpaceBack(int from) {
      int end = from;
      while (bytes[end - 1] == ' '
          || bytes[end - 1] == '\n'
          || bytes[end - 1] == '\r'
          || bytes[end - 1] == '\t') {
        end--;
      }
      return end;
    }
  }
}
