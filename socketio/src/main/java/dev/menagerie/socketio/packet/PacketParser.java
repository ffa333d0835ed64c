package dev.menagerie.socketio.packet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

  private final JsonPolicy policy;
  private final long maxAttachmentBytes;
  private int maxAttachments;
  private @Nullable UnfinishedPacket unfinished;

  /**
   * A parser of one connection.
   *
   * @param maxAttachments how many attachments a packet may announce
   * @param maxAttachmentBytes how many bytes they may have together
   */
  public PacketParser(JsonPolicy policy, int maxAttachments, long maxAttachmentBytes) {
    this.policy = policy;
    this.maxAttachments = maxAttachments;
    this.maxAttachmentBytes = maxAttachmentBytes;
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
    UnfinishedPacket packet = unfinished;
    if (packet == null) {
      throw new InvalidPacket("an attachment that nothing announced");
    }
    packet.attachments().add(attachment);
    if (packet.bytes() > maxAttachmentBytes) {
      throw new InvalidPacket("attachments that are too long");
    }
    if (packet.attachments().size() < packet.expected()) {
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
    return unfinished.packet();
  }

  /** Bytes of the attachments that have come of an unfinished packet. */
  public long retainedBytes() {
    return unfinished == null ? 0 : unfinished.bytes();
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
      var json = new JsonScanner(bytes, at, policy.maxDepth());
      if (json.peek() != '{') {
        throw new InvalidPacket("a connect payload that is no object");
      }
      json.value();
      json.end();
      return new Packet.Connect(namespace, Arrays.copyOfRange(bytes, at, bytes.length));
    }

    private Packet disconnect(String namespace, long id) {
      if (id != NONE || at < bytes.length) {
        throw new InvalidPacket("a disconnect packet with a payload");
      }
      return new Packet.Disconnect(namespace);
    }

    private Packet event(String namespace, long id) {
      JsonScanner json = array();
      String name = name(json);
      Arguments arguments = Arguments.none();
      if (json.peek() == ',') {
        json.take();
        arguments = arguments(json);
      }
      close(json);
      return new Packet.Event(
          namespace, id == NONE ? OptionalLong.empty() : OptionalLong.of(id), name, arguments);
    }

    private Packet ack(String namespace, long id) {
      if (id == NONE) {
        throw new InvalidPacket("an acknowledgement without an id");
      }
      JsonScanner json = array();
      Arguments arguments = json.peek() == ']' ? Arguments.none() : arguments(json);
      close(json);
      return new Packet.Ack(namespace, id, arguments);
    }

    private JsonScanner array() {
      var json = new JsonScanner(bytes, at, policy.maxDepth());
      if (json.peek() != '[') {
        throw new InvalidPacket("a payload that is no array");
      }
      json.open();
      return json;
    }

    private static void close(JsonScanner json) {
      if (json.peek() != ']') {
        throw new InvalidPacket("malformed JSON");
      }
      json.close();
      json.end();
    }

    private String name(JsonScanner json) {
      boolean text = json.peek() == '"';
      int start = json.position();
      if (!text) {
        json.number();
        return new String(bytes, start, json.position() - start, StandardCharsets.US_ASCII);
      }
      var _ = json.string();
      String name = json.text(start + 1, json.position() - 1);
      if (RESERVED_EVENTS.contains(name)) {
        throw new InvalidPacket("an event with a reserved name");
      }
      return name;
    }

    /** Checks values up to the end of the array and notes where each starts and ends. */
    private Arguments arguments(JsonScanner json) {
      int[] bounds = new int[4];
      int count = 0;
      do {
        if (count > 0) {
          json.take();
        }
        if (count + 2 > bounds.length) {
          bounds = Arrays.copyOf(bounds, 2 * bounds.length);
        }
        var _ = json.peek();
        bounds[count++] = json.position();
        json.value();
        bounds[count++] = json.position();
      } while (json.peek() == ',');
      return new Arguments(bytes, Arrays.copyOf(bounds, count), List.of());
    }

    private @Nullable Packet await(Packet packet, int attachments) {
      if (attachments <= 0) {
        return attachments == NONE ? packet : new UnfinishedPacket(packet, 0, List.of()).complete();
      }
      unfinished = new UnfinishedPacket(packet, attachments, new ArrayList<>());
      return null;
    }
  }
}
