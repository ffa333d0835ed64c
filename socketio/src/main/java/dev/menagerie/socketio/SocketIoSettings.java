package dev.menagerie.socketio;

import dev.menagerie.socketio.packet.JsonPolicy;
import java.time.Duration;

/**
 * How the Socket.IO layer behaves.
 *
 * @param connectTimeout how long a client may be connected without being in any namespace
 * @param maxNamespaces how many namespaces one client may be in
 * @param maxAttachments how many binary attachments one packet may announce
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
    int maxPendingAcks,
    int maxDynamicNamespaces,
    int mailboxPackets,
    long mailboxBytes,
    JsonPolicy json) {

  public SocketIoSettings {
    if (maxNamespaces < 1
        || maxAttachments < 0
        || maxPendingAcks < 1
        || maxDynamicNamespaces < 0
        || mailboxPackets < 1
        || mailboxBytes < 1) {
      throw new IllegalArgumentException("limits are at least 1");
    }
    if (connectTimeout.toMillis() < 1) {
      throw new IllegalArgumentException("a timeout is at least a millisecond");
    }
  }

  /**
   * 45 s to connect, ten attachments, 16 namespaces a client, 256 packets or 1 MiB in a mailbox.
   */
  public static SocketIoSettings standard() {
    return new SocketIoSettings(
        Duration.ofSeconds(45), 16, 10, 1_000, 1_000, 256, 1 << 20, JsonPolicy.STANDARD);
  }

  /** The same with another time to connect. */
  public SocketIoSettings withConnectTimeout(Duration timeout) {
    return new SocketIoSettings(
        timeout,
        maxNamespaces,
        maxAttachments,
        maxPendingAcks,
        maxDynamicNamespaces,
        mailboxPackets,
        mailboxBytes,
        json);
  }

  /** The same with another bound on attachments. */
  public SocketIoSettings withMaxAttachments(int most) {
    return new SocketIoSettings(
        connectTimeout,
        maxNamespaces,
        most,
        maxPendingAcks,
        maxDynamicNamespaces,
        mailboxPackets,
        mailboxBytes,
        json);
  }

  /** The same with another bound on namespaces a client may be in. */
  public SocketIoSettings withMaxNamespaces(int most) {
    return new SocketIoSettings(
        connectTimeout,
        most,
        maxAttachments,
        maxPendingAcks,
        maxDynamicNamespaces,
        mailboxPackets,
        mailboxBytes,
        json);
  }

  /** The same with another bound on acknowledgements that a socket may owe. */
  public SocketIoSettings withMaxPendingAcks(int most) {
    return new SocketIoSettings(
        connectTimeout,
        maxNamespaces,
        maxAttachments,
        most,
        maxDynamicNamespaces,
        mailboxPackets,
        mailboxBytes,
        json);
  }

  /** The same with another mailbox. */
  public SocketIoSettings withMailbox(int packets, long bytes) {
    return new SocketIoSettings(
        connectTimeout,
        maxNamespaces,
        maxAttachments,
        maxPendingAcks,
        maxDynamicNamespaces,
        packets,
        bytes,
        json);
  }

  /** The same with other rules for JSON. */
  public SocketIoSettings withJson(JsonPolicy policy) {
    return new SocketIoSettings(
        connectTimeout,
        maxNamespaces,
        maxAttachments,
        maxPendingAcks,
        maxDynamicNamespaces,
        mailboxPackets,
        mailboxBytes,
        policy);
  }
}
