package dev.menagerie.server.redis;

import dev.menagerie.server.game.ConnectionId;
import dev.menagerie.server.game.Connections;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.game.UserId;

/**
 * The names of everything in Redis. What belongs to one partition shares a hash tag, so that a
 * script may touch all of it on a cluster, too.
 */
final class Keys {
  /** The channel for what concerns every node: restored games, time given back. */
  static final String HINTS = "hints";

  /** Every connection by when it was last heard of, for the sweep. */
  static final String LAST_SEEN = "conns_seen";

  /** Users in the lobby with their names, by when they were repeated last. */
  static final String LOBBY_MEMBERS = "lobby_members";

  /** Every node by when it gave its last sign of life. */
  static final String NODES_SEEN = "nodes_seen";

  /** Nodes that have had a subscription to their own channel. */
  static final String NODES_SUBSCRIBED = "nodes_subscribed";

  /** Before the name of a node in its own channel, to which nothing is ever published. */
  static final String NODE_CHANNEL = "node:";

  /** Made once for the data in this Redis: it goes when everything is deleted. */
  static final String INCARNATION = "incarnation";

  /** To which a look at the health writes. */
  static final String HEALTH = "menagerie:health";

  /** Partitions that callers wait for while they are recovered. */
  static final String PREFERRED = "recover_first";

  private Keys() {}

  static String game(GameId game) {
    return gamePrefix(Partition.of(game)) + game;
  }

  static String gamePrefix(Partition partition) {
    return "game:" + tag(partition) + ":";
  }

  /** Where builds before ADR 0015 kept a game's records; gone when the games of then are over. */
  static String formerLog(GameId game) {
    return "log:" + tag(Partition.of(game)) + ":" + game;
  }

  static String outbox(Partition partition) {
    return "outbox:" + tag(partition);
  }

  static String deadlines(Partition partition) {
    return "deadlines:" + tag(partition);
  }

  static String certificate(Partition partition) {
    return "certificate:" + tag(partition);
  }

  /** The incarnation of the part of a cluster that has the partition. */
  static String incarnation(Partition partition) {
    return INCARNATION + ":" + tag(partition);
  }

  /** The same for a part of a cluster. */
  static String health(Partition partition) {
    return HEALTH + ":" + tag(partition);
  }

  static String alive(Partition partition) {
    return "alive:" + tag(partition);
  }

  /** The channel of the commits that one node follows or journals. */
  static String hintsOf(NodeId node) {
    return HINTS + ":" + node;
  }

  /** The lease of the node that journals a partition, as {@code PartitionLeases} names it. */
  static String drainer(Partition partition) {
    return lease("drain:" + tag(partition));
  }

  static String lease(String chore) {
    return "lease:" + chore;
  }

  static String gamesOf(UserId user) {
    return "user_games:{" + user + "}";
  }

  static String connectionOf(UserId user) {
    return "user_conn:{" + user + "}";
  }

  static String connection(ConnectionId session) {
    return "conn:{" + session + "}";
  }

  static String connectionsAt(NodeId node) {
    return "node_conns:{" + node + "}";
  }

  static String connectionsOf(GameId game, Connections.Role as) {
    return switch (as) {
      case PLAYS -> "game_conns:{" + game + "}";
      case WATCHES -> "game_watchers:{" + game + "}";
    };
  }

  static String visitsOf(GameId game) {
    return "game_visits:{" + game + "}";
  }

  static String announced(GameId game, UserId player) {
    return "game_told:{" + game + "}:" + player;
  }

  private static String tag(Partition partition) {
    return "{p" + partition.value() + "}";
  }
}
