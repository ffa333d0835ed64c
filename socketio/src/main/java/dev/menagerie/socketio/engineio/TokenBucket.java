package dev.menagerie.socketio.engineio;

/** The rate of packets and bytes of one session, each with a burst. On the session's executor. */
final class TokenBucket {
  private static final double NANOS_PER_SECOND = 1e9;

  private double packets = Double.NaN;
  private double bytes;
  private long lastNanos;

  /**
   * Takes one packet of this many bytes, if the limits leave room for it at this time. The last
   * packet may overdraw the bytes; the next one then waits until that is made up for.
   */
  boolean take(SessionLimits limits, long nowNanos, int length) {
    double seconds = (nowNanos - lastNanos) / NANOS_PER_SECOND;
    if (Double.isNaN(packets)) {
      packets = limits.packetBurst();
      bytes = limits.byteBurst();
    } else {
      packets = Math.min(limits.packetBurst(), packets + seconds * limits.packetsPerSecond());
      bytes =
          Math.min((double) limits.byteBurst(), bytes + seconds * (double) limits.bytesPerSecond());
    }
    lastNanos = nowNanos;
    if (packets < 1 || bytes <= 0) {
      return false;
    }
    packets -= 1;
    bytes -= length;
    return true;
  }
}
