package dev.menagerie.socketio;

import dev.menagerie.socketio.packet.JsonPolicy;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * How the Socket.IO layer behaves.
 *
 * @param connectTimeout how long a client may be connected without being in any namespace
 * @param maxNamespaces how many namespaces one client may be in
 * @param maxAttachments how many binary attachments one packet may announce
 * @param maxAttachmentBytes how many bytes they may have together
 * @param attachmentTimeout how long they may take to arrive
 * @param maxConnectBytes the longest message of a client that is in no namespace yet
 * @param maxPendingAcks how many acknowledgements one socket may owe us
 * @param maxDynamicNamespaces how many namespaces may come to be by a predicate
 * @param mailboxPackets packets that may wait for a client's handlers before no more are read from
 *     it
 * @param mailboxBytes bytes that may wait likewise
 */
public record SocketIoSettings(
    Duration connectTimeout,
    int maxNamespaces,
    int maxAttachments,
    long maxAttachmentBytes,
    Duration attachmentTimeout,
    int maxConnectBytes,
    int maxPendingAcks,
    int maxDynamicNamespaces,
    int mailboxPackets,
    long mailboxBytes,
    JsonPolicy json) {

  public SocketIoSettings {
    if (maxNamespaces < 1
        || maxAttachments < 0
        || maxAttachmentBytes < 0
        || maxConnectBytes < 1
        || maxPendingAcks < 1
        || maxDynamicNamespaces < 0
        || mailboxPackets < 1
        || mailboxBytes < 1) {
      throw new IllegalArgumentException("limits are at least 1");
    }
    if (connectTimeout.toMillis() < 1 || attachmentTimeout.toMillis() < 1) {
      throw new IllegalArgumentException("a timeout is at least a millisecond");
    }
  }

  /**
   * 45 s and 16 KiB to connect, ten attachments of 1 MiB in 10 s, 16 namespaces a client, 256
   * packets or 1 MiB in a mailbox.
   */
  public static SocketIoSettings standard() {
    return new SocketIoSettings(
        Duration.ofSeconds(45),
        16,
        10,
        1 << 20,
        Duration.ofSeconds(10),
        16 * 1024,
        1_000,
        1_000,
        256,
        1 << 20,
        JsonPolicy.STANDARD);
  }

  /** The same with another time to connect. */
  public SocketIoSettings withConnectTimeout(Duration timeout) {
    return with(builder -> builder.connectTimeout = timeout);
  }

  /** The same with another bound on namespaces a client may be in. */
  public SocketIoSettings withMaxNamespaces(int most) {
    return with(builder -> builder.maxNamespaces = most);
  }

  /** The same with another bound on attachments. */
  public SocketIoSettings withMaxAttachments(int most) {
    return with(builder -> builder.maxAttachments = most);
  }

  /** The same with other bounds on the bytes of a packet's attachments and on their time. */
  public SocketIoSettings withAttachmentBounds(long bytes, Duration timeout) {
    return with(builder -> {
      builder.maxAttachmentBytes = bytes;
      builder.attachmentTimeout = timeout;
    });
  }

  /** The same with another limit for messages of a client that is in no namespace yet. */
  public SocketIoSettings withMaxConnectBytes(int bytes) {
    return with(builder -> builder.maxConnectBytes = bytes);
  }

  /** The same with another bound on acknowledgements that a socket may owe. */
  public SocketIoSettings withMaxPendingAcks(int most) {
    return with(builder -> builder.maxPendingAcks = most);
  }

  /** The same with another bound on namespaces that come to be by a predicate. */
  public SocketIoSettings withMaxDynamicNamespaces(int most) {
    return with(builder -> builder.maxDynamicNamespaces = most);
  }

  /** The same with another mailbox. */
  public SocketIoSettings withMailbox(int packets, long bytes) {
    return with(builder -> {
      builder.mailboxPackets = packets;
      builder.mailboxBytes = bytes;
    });
  }

  /** The same with other rules for JSON. */
  public SocketIoSettings withJson(JsonPolicy policy) {
    return with(builder -> builder.json = policy);
  }

  private SocketIoSettings with(Consumer<Builder> change) {
    var builder = new Builder(this);
    change.accept(builder);
    return builder.settings();
  }

  /** Settings that are being changed. */
  private static final class Builder {
    private Duration connectTimeout;
    private int maxNamespaces;
    private int maxAttachments;
    private long maxAttachmentBytes;
    private Duration attachmentTimeout;
    private int maxConnectBytes;
    private int maxPendingAcks;
    private int maxDynamicNamespaces;
    private int mailboxPackets;
    private long mailboxBytes;
    private JsonPolicy json;

    Builder(SocketIoSettings from) {
      connectTimeout = from.connectTimeout;
      maxNamespaces = from.maxNamespaces;
      maxAttachments = from.maxAttachments;
      maxAttachmentBytes = from.maxAttachmentBytes;
      attachmentTimeout = from.attachmentTimeout;
      maxConnectBytes = from.maxConnectBytes;
      maxPendingAcks = from.maxPendingAcks;
      maxDynamicNamespaces = from.maxDynamicNamespaces;
      mailboxPackets = from.mailboxPackets;
      mailboxBytes = from.mailboxBytes;
      json = from.json;
    }

    SocketIoSettings settings() {
      return new SocketIoSettings(
          connectTimeout,
          maxNamespaces,
          maxAttachments,
          maxAttachmentBytes,
          attachmentTimeout,
          maxConnectBytes,
          maxPendingAcks,
          maxDynamicNamespaces,
          mailboxPackets,
          mailboxBytes,
          json);
    }
  }
}
