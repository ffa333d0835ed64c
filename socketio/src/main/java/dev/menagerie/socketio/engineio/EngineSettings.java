package dev.menagerie.socketio.engineio;

import java.time.Duration;

/**
 * How an Engine.IO endpoint behaves.
 *
 * @param path where it is served, with slashes around, for instance {@code /socket.io/}
 * @param maxPayload the most bytes that one polling body or one WebSocket message may have; announced
 *     to clients
 * @param upgradeTimeout how long a WebSocket probe may take to complete
 * @param maxSessions sessions beyond it are answered 503
 * @param limits what each session starts with
 */
public record EngineSettings(
    String path,
    Duration pingInterval,
    Duration pingTimeout,
    Duration upgradeTimeout,
    int maxPayload,
    int maxSessions,
    SessionLimits limits) {

  public EngineSettings {
    if (path.length() < 2 || !path.startsWith("/") || !path.endsWith("/")) {
      throw new IllegalArgumentException("a path starts and ends with a slash: " + path);
    }
    if (pingInterval.toMillis() < 1
        || pingTimeout.toMillis() < 1
        || upgradeTimeout.toMillis() < 1) {
      throw new IllegalArgumentException("intervals and timeouts are at least a millisecond");
    }
    if (maxPayload < 1 || maxSessions < 1) {
      throw new IllegalArgumentException("limits are at least 1");
    }
  }

  /** The reference server's settings, at this path. */
  public static EngineSettings at(String path) {
    return new EngineSettings(
        path,
        Duration.ofSeconds(25),
        Duration.ofSeconds(20),
        Duration.ofSeconds(10),
        1_000_000,
        1_000_000,
        SessionLimits.generous());
  }

  /** The same with another heartbeat. */
  public EngineSettings withHeartbeat(Duration interval, Duration timeout) {
    return new EngineSettings(
        path, interval, timeout, upgradeTimeout, maxPayload, maxSessions, limits);
  }

  /** The same with another limit for bodies and messages. */
  public EngineSettings withMaxPayload(int bytes) {
    return new EngineSettings(
        path, pingInterval, pingTimeout, upgradeTimeout, bytes, maxSessions, limits);
  }

  /** The same with another time for a probe to complete. */
  public EngineSettings withUpgradeTimeout(Duration timeout) {
    return new EngineSettings(
        path, pingInterval, pingTimeout, timeout, maxPayload, maxSessions, limits);
  }

  /** The same with another bound on the number of sessions. */
  public EngineSettings withMaxSessions(int sessions) {
    return new EngineSettings(
        path, pingInterval, pingTimeout, upgradeTimeout, maxPayload, sessions, limits);
  }

  /** The same with other limits to start with. */
  public EngineSettings withLimits(SessionLimits start) {
    return new EngineSettings(
        path, pingInterval, pingTimeout, upgradeTimeout, maxPayload, maxSessions, start);
  }
}
