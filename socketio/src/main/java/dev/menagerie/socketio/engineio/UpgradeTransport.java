package dev.menagerie.socketio.engineio;

/**
 * A WebSocket that may probe and then take over a session. While it probes it hands on one packet
 * at a time and waits for the session, which may live on another executor.
 */
public interface UpgradeTransport extends Transport {
  /** Answers the probe and goes on to the next packet. Any thread. */
  void replyToProbe(EncodedPacket reply);
}
