package dev.menagerie.socketio.limits;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Bounds on what all clients, and the clients of one network, hold at once.
 *
 * @param maxConnections open TCP connections; further ones are answered 503 and closed
 * @param maxConnectionsPerAddress open TCP connections of one network ({@link
 *     dev.menagerie.socketio.http.ClientNetwork}); a trusted proxy is not limited by it
 * @param maxSessionsPerAddress Engine.IO sessions of one network, by the address that trusted
 *     proxies forward
 * @param maxHeldBytes bytes received and not handled yet, of all clients: request heads, bodies,
 *     unfinished messages and full mailboxes. Each connection has a few KiB beside it
 * @param maxHeldBytesPerAddress the same of one network
 */
public record ClientBounds(
    int maxConnections,
    int maxConnectionsPerAddress,
    int maxSessionsPerAddress,
    long maxHeldBytes,
    long maxHeldBytesPerAddress) {

  /** Descriptors that are not for clients: stores, files, libraries, the listening socket. */
  private static final long RESERVED_FILES = 512;

  /** Heap of a connection whose client sends as little as possible, in bytes. */
  private static final long HEAP_PER_CONNECTION = 16 * 1024;

  /** A school or an office behind one address; a bigger gateway is named as a trusted proxy. */
  private static final int USUAL_PER_ADDRESS = 1_024;

  private static final long LEAST_HELD_BYTES = 4L << 20;

  public ClientBounds {
    if (maxConnections < 1
        || maxConnectionsPerAddress < 1
        || maxSessionsPerAddress < 1
        || maxHeldBytes < 1
        || maxHeldBytesPerAddress < 1) {
      throw new IllegalArgumentException("bounds on clients are at least 1");
    }
  }

  /**
   * Bounds that this process can keep: below the operating system's limit of open files ({@code
   * ulimit -n}) and within the heap.
   */
  public static ClientBounds ofThisProcess() {
    return of(maxOpenFiles(), Runtime.getRuntime().maxMemory());
  }

  /**
   * Bounds for a process.
   *
   * @param maxOpenFiles the operating system's limit of open files
   * @param heapBytes the largest heap
   */
  static ClientBounds of(long maxOpenFiles, long heapBytes) {
    long files = maxOpenFiles - Math.min(RESERVED_FILES, maxOpenFiles / 2);
    int total =
        (int) Math.max(16, Math.min(1_000_000, Math.min(files, heapBytes / HEAP_PER_CONNECTION)));
    int each = Math.max(8, Math.min(USUAL_PER_ADDRESS, total / 2));
    long held = Math.max(LEAST_HELD_BYTES, heapBytes / 8);
    return new ClientBounds(total, each, each, held, held / 4);
  }

  private static long maxOpenFiles() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getMaxFileDescriptorCount()
        : Integer.MAX_VALUE;
  }

  /** The same with another bound on all connections. */
  public ClientBounds withMaxConnections(int most) {
    return new ClientBounds(
        most,
        maxConnectionsPerAddress,
        maxSessionsPerAddress,
        maxHeldBytes,
        maxHeldBytesPerAddress);
  }

  /** The same with other bounds on connections and sessions of one network. */
  public ClientBounds withMaxPerAddress(int connections, int sessions) {
    return new ClientBounds(
        maxConnections, connections, sessions, maxHeldBytes, maxHeldBytesPerAddress);
  }

  /** The same with other bounds on received bytes that are not handled yet. */
  public ClientBounds withMaxHeldBytes(long all, long perAddress) {
    return new ClientBounds(
        maxConnections, maxConnectionsPerAddress, maxSessionsPerAddress, all, perAddress);
  }
}
