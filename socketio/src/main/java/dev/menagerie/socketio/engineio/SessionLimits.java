package dev.menagerie.socketio.engineio;

/**
 * Limits of one client. May be replaced at any time, for instance by tighter ones once the client
 * is known.
 *
 * @param maxMessageBytes the longest message; the session's payload limit applies too
 * @param packetsPerSecond how many packets of any kind, valid or not, a client may send in the long
 *     run; fragments and control frames count as well
 * @param packetBurst how many it may send at once after a pause
 * @param bytesPerSecond how many bytes its messages may have in the long run, after decompression
 * @param byteBurst how many they may have at once after a pause
 * @param maxPendingBytes how much may wait to be sent to it before it counts as a slow consumer
 */
public record SessionLimits(
    int maxMessageBytes,
    int packetsPerSecond,
    int packetBurst,
    long bytesPerSecond,
    long byteBurst,
    long maxPendingBytes) {

  public SessionLimits {
    if (maxMessageBytes < 1
        || packetsPerSecond < 1
        || packetBurst < 1
        || bytesPerSecond < 1
        || byteBurst < 1
        || maxPendingBytes < 1) {
      throw new IllegalArgumentException("limits are at least 1");
    }
  }

  /** Limits that no honest client meets: 10,000 packets or 64 MiB a second, 4 MiB waiting. */
  public static SessionLimits generous() {
    return new SessionLimits(Integer.MAX_VALUE, 10_000, 20_000, 64L << 20, 64L << 20, 4L << 20);
  }

  /** The same with another message size, in bytes. */
  public SessionLimits withMaxMessageBytes(int bytes) {
    return new SessionLimits(
        bytes, packetsPerSecond, packetBurst, bytesPerSecond, byteBurst, maxPendingBytes);
  }

  /** The same with another packet rate. */
  public SessionLimits withRate(int perSecond, int burst) {
    return new SessionLimits(
        maxMessageBytes, perSecond, burst, bytesPerSecond, byteBurst, maxPendingBytes);
  }

  /** The same with another rate of bytes. */
  public SessionLimits withByteRate(long perSecond, long burst) {
    return new SessionLimits(
        maxMessageBytes, packetsPerSecond, packetBurst, perSecond, burst, maxPendingBytes);
  }

  /** The same limits with another bound of queued bytes. */
  public SessionLimits withMaxPendingBytes(long bytes) {
    return new SessionLimits(
        maxMessageBytes, packetsPerSecond, packetBurst, bytesPerSecond, byteBurst, bytes);
  }
}
