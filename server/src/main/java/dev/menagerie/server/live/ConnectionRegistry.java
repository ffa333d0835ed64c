package dev.menagerie.server.live;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.game.ConnectionId;
import dev.menagerie.server.game.Connections;
import dev.menagerie.server.game.Connections.Announced;
import dev.menagerie.server.game.Connections.Connection;
import dev.menagerie.server.game.Connections.Replaced;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.socketio.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * This node's part of the registry of connections: registers, refreshes and removes sessions,
 * repairs differences between the registry and the live sockets, and detects connections of dead
 * nodes.
 */
final class ConnectionRegistry {
  /** Six signs of life fit into the silence after which a connection counts as gone. */
  private static final Duration CHECK = Duration.ofSeconds(10);

  private static final Duration BEAT = Duration.ofSeconds(1);

  /** The number of this node's own heartbeats in a row before it judges the silence of others. */
  private static final long STEADY_BEATS = Connections.NODE_SILENCE.toSeconds() + 2;

  private final Connections connections;
  private final NodeId node;
  private final Map<ConnectionId, ClientSession> here = new ConcurrentHashMap<>();

  /** Closed sessions that the store still has, because it did not answer. */
  private final Set<ConnectionId> unremoved = ConcurrentHashMap.newKeySet();

  private final Scheduler scheduler;
  private final Departures departures;
  private volatile Consumer<Connection> departed = _ -> {};
  private volatile Consumer<ClientSession> displaced = _ -> {};
  private volatile Consumer<ClientSession> returned = _ -> {};
  private volatile Consumer<Replaced> replaced = _ -> {};
  private volatile boolean checkedBefore;
  private volatile long beats;

  ConnectionRegistry(Connections connections, NodeId node, Scheduler scheduler) {
    this.connections = connections;
    this.node = node;
    this.scheduler = scheduler;
    this.departures = new Departures(gone -> departed.accept(gone), scheduler);
    scheduler.every(CHECK, this::check);
    scheduler.every(BEAT, () -> unlessStoreIsAway(this::beat));
    scheduler.every(BEAT, () -> unlessStoreIsAway(this::removeRest));
    scheduler.every(NodeWatch.INTERVAL, new NodeWatch(connections, node, this::takeOut)::look);
  }

  /** An outage is reported by others; a line a second would say no more. */
  static void unlessStoreIsAway(Runnable work) {
    try {
      work.run();
    } catch (StoreUnavailable away) {
      // The next run is soon enough.
    }
  }

  /** Sets the listener for connections that fell silent, such as those of a node that died. */
  void onDeparture(Consumer<Connection> listener) {
    departed = listener;
  }

  /** Sets the listener for connections, on any node, that lost their place to one of this node. */
  void onReplacement(Consumer<Replaced> listener) {
    replaced = listener;
  }

  /** Sets the listener for sessions here whose user has a newer connection elsewhere. */
  void onDisplacement(Consumer<ClientSession> listener) {
    displaced = listener;
  }

  /** Sets the listener for sessions here that others may believe to be gone. */
  void onReturn(Consumer<ClientSession> listener) {
    returned = listener;
  }

  /**
   * Makes a session its user's connection; returns the one that it replaced and that must close.
   */
  Optional<Replaced> register(ClientSession session) {
    var id = id(session.socket());
    var registered = connections.register(id, session.user(), node);
    session.number(registered.number());
    here.put(id, session);
    return registered.replaced();
  }

  /** The sessions of this node. */
  List<ClientSession> sessions() {
    return List.copyOf(here.values());
  }

  /** How many they are. */
  int count() {
    return here.size();
  }

  /** Takes a closed session out: now, or when the store answers again. */
  void remove(ClientSession session) {
    var id = id(session.socket());
    here.remove(id);
    try {
      connections.remove(id);
    } catch (StoreUnavailable later) {
      unremoved.add(id);
    }
  }

  /** Without the store nobody could be notified of these ends: they are reported now. */
  private void removeRest() {
    var gone = new ArrayList<Connection>();
    try {
      for (var id : List.copyOf(unremoved)) {
        connections.remove(id).ifPresent(gone::add);
        unremoved.remove(id);
      }
    } finally {
      departures.report(gone);
    }
  }

  void enter(ClientSession session, ClientSession.Subscription subscription) {
    var as = subscription.seat().isPresent() ? Connections.Role.PLAYS : Connections.Role.WATCHES;
    connections.enter(id(session.socket()), subscription.game(), as);
  }

  void leave(ClientSession session) {
    connections.leave(id(session.socket()));
  }

  /** The connections of a game's players, on all nodes. */
  List<Connection> players(GameId game) {
    return connections.players(game);
  }

  /** Stores the announced presence of a player and returns the previous one, from any node. */
  Optional<Announced> announce(GameId game, UserId player, Announced now) {
    return connections.announce(game, player, now);
  }

  /** The presence that was announced last. */
  Optional<Announced> lastAnnounced(GameId game, UserId player) {
    return connections.lastAnnounced(game, player);
  }

  /** How many watch a game, on all nodes. */
  int spectators(GameId game) {
    return Math.toIntExact(connections.spectators(game));
  }

  /**
   * Refreshes this node's sessions in the registry, then removes the sessions of nodes that have
   * been silent too long. After an outage of the store every node gets time to refresh its own
   * sessions first.
   */
  void check() {
    boolean othersHaveTold = checkedBefore;
    checkedBefore = false;
    touch();
    if (othersHaveTold) departures.report(connections.sweep());
    checkedBefore = true;
  }

  private void touch() {
    var alive = new HashMap<ConnectionId, ClientSession>();
    here.forEach((id, session) -> {
      if (session.socket().idleTime().compareTo(Connections.SILENCE) < 0) {
        alive.put(id, session);
      }
    });
    for (var lost : connections.touch(alive.keySet())) {
      var session = alive.get(lost);
      if (session != null && session.socket().isConnected()) restore(session);
    }
  }

  /**
   * Registers a live session again that the registry has lost or replaced. The session closes for a
   * connection with a greater number only: after the store lost its last writes, the registry may
   * name an older connection, which is dead.
   */
  private void restore(ClientSession session) {
    var id = id(session.socket());
    if (connections.of(session.user()).filter(c -> c.session().equals(id)).isPresent()) return;
    var registered = connections.restore(id, session.user(), node, session.number());
    if (registered.isEmpty()) {
      displaced.accept(session);
      return;
    }
    session.number(registered.get().number());
    session.subscription().ifPresent(subscription -> enter(session, subscription));
    registered.get().replaced().ifPresent(replaced);
    returned.accept(session);
    if (!session.socket().isConnected()) remove(session); // closed in the meantime
  }

  /**
   * Gives this node's sign of life and takes out the connections of nodes that gave none. After a
   * time without the store no node could give one, so the first beats only count.
   */
  void beat() {
    long before = beats;
    beats = 0;
    var beat = connections.beat(node);
    if (!beat.wasAlive()) {
      touch(); // others may have taken this node for dead
      beats = 1;
      return;
    }
    beats = before + 1;
    if (beats < STEADY_BEATS) return;
    beat.silent().forEach(this::takeOut);
  }

  /**
   * Another node is dead, or cut off: then it registers its sessions again when it is back. Not on
   * the caller's thread: it may have thousands, and this node's sign of life must not wait.
   */
  private void takeOut(NodeId dead) {
    scheduler.after(Duration.ZERO, () -> departures.report(connections.sweep(dead)));
  }

  /**
   * Socket ids may start with any letter of their alphabet; the registry's start with a plain one.
   */
  private static ConnectionId id(Socket socket) {
    return new ConnectionId("s" + socket.id());
  }

  /** The socket of a session, on any node. */
  static String socketId(ConnectionId session) {
    return session.value().substring(1);
  }

  /** Whether a player is connected, here or on another node. */
  boolean isHere(GameId game, UserId user) {
    return players(game).stream().anyMatch(connection -> connection.user().equals(user));
  }
}
