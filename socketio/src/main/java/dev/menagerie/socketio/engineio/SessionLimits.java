package dev.menagerie.socketio.engineio;

/**
 * What one client may cost. May be replaced at any time, for instance by tighter ones once the
 * client is known.
 *
 * @param maxMessageBytes the longest message; the endpoint's {@code maxPayload} applies besides
 * @param packetsPerSecond how many packets of any kind, valid or not, a client may send in the long
 *     run
 * @param packetBurst how many it may send at once after a pause
 * @param maxPendingBytes how much may wait to be sent to it before it counts as a slow consumer
 */
public record SessionLimits(
    int maxMessageBytes, int packetsPerSecond, int packetBurst, long maxPendingBytes) {

  public SessionLimits {
    if (maxMessageBytes < 1 || packetsPerSecond < 1 || packetBurst < 1 || maxPendingBytes < 1) {
      throw new IllegalArgumentException("limits are at least 1");
    }
  }

  /** Limits that no honest client meets: 10,000 packets a second, 4 MiB waiting. */
  public static SessionLimits generous() {
    return new SessionLimits(Integer.MAX_VALUE, 10_000, 20_000, 4L << 20);
  }

  /** The same with another message size. */
  public SessionLimits withMaxMessageBytes(int bytes) {
    return new SessionLimits(bytes, packetsPerSecond, packetBurst, maxPendingBytes);
  }

  /** The same with another packet rate. */
  public SessionLimits withRate(int perSecond, int burst) {
    return new SessionLimits(maxMessageBytes, perSecond, burst, maxPendingBytes);
  }

  /** The same with another bound on what waits. */
  public SessionLimits withMaxPendingBytes(long bytes) {
    return new SessionLimits(maxMessageBytes, packetsPerSecond, packetBurst, bytes);
  }
}
