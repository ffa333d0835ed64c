package dev.menagerie.server.game;

import java.time.Instant;

/**
 * A connection came to a game or went. Operators read it when they ask who was there; the server
 * does not.
 *
 * @param at by the store's clock
 * @param as whether the connection played or watched
 */
public record Visit(
    Instant at, UserId user, ConnectionId connection, NodeId node, Connections.Role as, Kind kind) {

  /** What happened. */
  public enum Kind {
    ENTERED,
    LEFT,
    /** The user connected elsewhere. */
    REPLACED,
    /** The connection ended, or nothing was heard of it or of its node. */
    ENDED
  }
}
