package dev.menagerie.server.live;

import dev.menagerie.server.game.Connections;
import dev.menagerie.server.game.Connections.Announced;
import dev.menagerie.server.game.Connections.Connection;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.game.SessionId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.socketio.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * This node's share of the registry of connections: tells it of every session's coming, going and
 * signs of life, and puts right what it and the live sockets disagree on.
 */
final class Registry {
  /** Six signs of life fit into the silence after which a connection counts as gone. */
  private static final Duration CHECK = Duration.ofSeconds(10);

  private final Connections connections;
  private final NodeId node;
  private final Map<SessionId, Session> here = new ConcurrentHashMap<>();
  private volatile Consumer<Connection> departed = _ -> {};
  private volatile Consumer<Session> displaced = _ -> {};
  private volatile Consumer<Session> returned = _ -> {};
  private volatile boolean checkedBefore;

  Registry(Connections connections, NodeId node, Scheduler scheduler) {
    this.connections = connections;
    this.node = node;
    scheduler.every(CHECK, this::check);
  }

  /** Who hears of connections that fell silent, such as those of a node that died. */
  void onDeparture(Consumer<Connection> listener) {
    departed = listener;
  }

  /** Who hears of sessions here whose user has a newer connection elsewhere. */
  void onDisplacement(Consumer<Session> listener) {
    displaced = listener;
  }

  /** Who hears of sessions here that others may have been told were gone. */
  void onReturn(Consumer<Session> listener) {
    returned = listener;
  }

  /** A session is its user's connection now; true if it took the place of another. */
  boolean register(Session session) {
    var id = id(session.socket());
    var registered = connections.register(id, session.user(), node);
    here.put(id, session);
    return registered.replaced().isPresent();
  }

  /** The sessions of this node. */
  List<Session> sessions() {
    return List.copyOf(here.values());
  }

  void remove(Session session) {
    here.remove(id(session.socket()));
    connections.remove(id(session.socket()));
  }

  void enter(Session session, Session.Place place) {
    var as = place.seat().isPresent() ? Connections.Presence.PLAYS : Connections.Presence.WATCHES;
    connections.enter(id(session.socket()), place.game(), as);
  }

  void leave(Session session) {
    connections.leave(id(session.socket()));
  }

  /** The connections of a game's players, on all nodes. */
  List<Connection> players(GameId game) {
    return connections.players(game);
  }

  /** Notes what others are told of a player; what they were told before, on whichever node. */
  Optional<Announced> announce(GameId game, UserId player, Announced now) {
    return connections.announce(game, player, now);
  }

  /** What others were told of a player last. */
  Optional<Announced> lastAnnounced(GameId game, UserId player) {
    return connections.lastAnnounced(game, player);
  }

  /** How many watch a game, on all nodes. */
  int watchers(GameId game) {
    return Math.toIntExact(connections.watchers(game));
  }

  /**
   * Tells the registry of signs of life, then takes out who has given none for too long. After a
   * time without the store nobody has given any: then all nodes get to tell of theirs first.
   */
  void check() {
    boolean othersHaveTold = checkedBefore;
    checkedBefore = false;
    touch();
    if (othersHaveTold) connections.sweep().forEach(gone -> departed.accept(gone));
    checkedBefore = true;
  }

  private void touch() {
    var alive = new HashMap<SessionId, Session>();
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
   * The registry forgot a session that is alive: it comes back, unless its user has a newer one, or
   * it is back by now.
   */
  private void restore(Session session) {
    var current = connections.of(session.user()).map(Connection::session);
    if (current.isEmpty()) {
      register(session);
      session.place().ifPresent(place -> enter(session, place));
      returned.accept(session);
      if (!session.socket().isConnected()) remove(session); // it went meanwhile
    } else if (!current.get().equals(id(session.socket()))) {
      displaced.accept(session);
    }
  }

  /**
   * Socket ids may start with any letter of their alphabet; the registry's start with a plain one.
   */
  private static SessionId id(Socket socket) {
    return new SessionId("s" + socket.id());
  }

  /** Whether a player is connected, here or on another node. */
  boolean isHere(GameId game, UserId user) {
    return players(game).stream().anyMatch(connection -> connection.user().equals(user));
  }
}
