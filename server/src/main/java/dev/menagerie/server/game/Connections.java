package dev.menagerie.server.game;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The registry of connections, of all nodes. A user has at most one connection: which one is kept
 * in a single place that is compared and set; everything else follows from it and is put right by
 * the sweep. Methods block and may be called from any thread; they throw {@code StoreUnavailable}.
 */
public interface Connections {
  /** A connection not heard of for this long is gone: two missed heartbeats and then some. */
  Duration SILENCE = Duration.ofSeconds(60);

  /** Stale connections removed by one sweep; the rest comes with the next. */
  int MAX_SWEPT = 256;

  /** A node not heard of for this long is dead, and its connections are gone. */
  Duration NODE_SILENCE = Duration.ofSeconds(5);

  /** Makes this the user's connection, in place of any other. */
  Registered register(ConnectionId session, UserId user, NodeId node);

  /**
   * Makes a live connection its user's again, after the registry lost or forgot it. Empty if the
   * user has a connection with a greater number.
   *
   * @param number of its registration
   */
  Optional<Registered> restore(ConnectionId session, UserId user, NodeId node, long number);

  /** The connection is in a game now, and in no other; false if it is not registered. */
  boolean enter(ConnectionId session, GameId game, Role as);

  /** The connection is in no game; the game it was in. */
  Optional<GameId> leave(ConnectionId session);

  /**
   * Refreshes many sessions at once. Returns those that are no longer registered: replaced,
   * removed, or lost with the store. A node that still has such a socket registers it again or
   * closes it.
   */
  Set<ConnectionId> touch(Collection<ConnectionId> sessions);

  /** Forgets a connection; empty if it is not registered any more, another's place is untouched. */
  Optional<Connection> remove(ConnectionId session);

  /** A user's connection. */
  Optional<Connection> of(UserId user);

  /** Whether a user is online. */
  default boolean online(UserId user) {
    return of(user).isPresent();
  }

  /** Those of these users that are online. */
  Set<UserId> onlineAmong(Collection<UserId> users);

  /** How many connections there are. */
  long count();

  /** The connections of a game's players. */
  List<Connection> players(GameId game);

  /** The connection of a game's other player. */
  default Optional<Connection> opponent(GameId game, UserId of) {
    return players(game).stream().filter(c -> !c.user().equals(of)).findFirst();
  }

  /** How many watch a game. */
  long spectators(GameId game);

  /** Who came to a game and went, the oldest first: the latest few hundred, for some days. */
  List<Visit> visits(GameId game);

  /** Stores the announced presence of a player and returns the previous one. */
  Optional<Announced> announce(GameId game, UserId player, Announced now);

  /** The announced presence of a player; empty if none was announced. */
  Optional<Announced> lastAnnounced(GameId game, UserId player);

  /** Removes connections that have been silent for too long; each is returned to one caller. */
  List<Connection> sweep();

  /** A node's sign of life, to be given every second. */
  Beat beat(NodeId node);

  /**
   * Nodes that had a subscription in the store and have none now: it ends at once with the process
   * of a node, and for a moment with its connections. Absent while the asking node has none itself
   * and so cannot judge. Asked some times a second.
   */
  Optional<Set<NodeId>> unsubscribed(NodeId asking);

  /** Removes the connections of a node that is silent or gone; each is returned to one caller. */
  List<Connection> sweep(NodeId silent);

  /**
   * The result of a node's heartbeat.
   *
   * @param wasAlive whether the previous heartbeat was in time
   * @param silent nodes without a heartbeat for {@link #NODE_SILENCE}
   */
  record Beat(boolean wasAlive, List<NodeId> silent) {}

  /** In which way a connection is in a game. */
  enum Role {
    PLAYS,
    WATCHES
  }

  /** A socket of a user. */
  record Connection(
      ConnectionId session,
      UserId user,
      NodeId node,
      Optional<GameId> game,
      Role role,
      Instant connectedAt,
      Instant lastSeen) {
    /** Whether it plays, or watches, this game. */
    public boolean isIn(GameId which, Role as) {
      return role == as && game.filter(which::equals).isPresent();
    }
  }

  /** The announced presence of a player. */
  enum Announced {
    HERE,
    /** The connection was lost. */
    AWAY,
    /** The player left the game or disconnected; shown to others like {@link #AWAY}. */
    LEFT
  }

  /**
   * A registration.
   *
   * @param number greater than that of every earlier registration of the user
   * @param replaced the connection whose place was taken; its socket is to be closed
   */
  record Registered(long number, Optional<Replaced> replaced) {}

  /** A connection that is no longer its user's. */
  record Replaced(ConnectionId session, NodeId node) {}
}
