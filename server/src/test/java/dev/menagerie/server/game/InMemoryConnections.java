package dev.menagerie.server.game;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The registry's promises in the simplest form. */
public class InMemoryConnections implements Connections {
  private final InstantSource time;
  private final Map<ConnectionId, Connection> connections = new HashMap<>();
  private final Map<Player, Announced> announced = new HashMap<>();
  private final Map<UserId, Long> numbers = new HashMap<>();
  private final Map<NodeId, Instant> nodes = new HashMap<>();
  private final Map<GameId, List<Visit>> visits = new HashMap<>();
  private long number;

  public InMemoryConnections(InstantSource time) {
    this.time = time;
  }

  @Override
  public synchronized Registered register(ConnectionId session, UserId user, NodeId node) {
    return put(session, user, node, ++number);
  }

  private Registered put(ConnectionId session, UserId user, NodeId node, long as) {
    var replaced = of(user).filter(c -> !c.session().equals(session));
    replaced.ifPresent(c -> end(c, Visit.Kind.REPLACED));
    var now = time.instant();
    connections.put(
        session, new Connection(session, user, node, Optional.empty(), Role.PLAYS, now, now));
    numbers.put(user, as);
    return new Registered(as, replaced.map(c -> new Replaced(c.session(), c.node())));
  }

  @Override
  public synchronized Optional<Registered> restore(
      ConnectionId session, UserId user, NodeId node, long as) {
    long known = numbers.getOrDefault(user, 0L);
    boolean hasNewer = of(user).filter(c -> !c.session().equals(session)).isPresent() && known > as;
    return hasNewer ? Optional.empty() : Optional.of(put(session, user, node, Math.max(known, as)));
  }

  @Override
  public synchronized Set<UserId> onlineAmong(Collection<UserId> users) {
    return users.stream().filter(this::online).collect(java.util.stream.Collectors.toSet());
  }

  @Override
  public synchronized long count() {
    return connections.size();
  }

  @Override
  public synchronized Beat beat(NodeId node) {
    var since = time.instant().minus(NODE_SILENCE);
    var before = nodes.put(node, time.instant());
    var silent =
        nodes.entrySet().stream()
            .filter(known -> !known.getValue().isAfter(since))
            .map(Map.Entry::getKey)
            .toList();
    return new Beat(before != null && before.isAfter(since), silent);
  }

  @Override
  public synchronized Optional<Set<NodeId>> unsubscribed(NodeId asking) {
    return Optional.of(Set.of());
  }

  @Override
  public synchronized List<Connection> sweep(NodeId silent) {
    if (nodes.remove(silent) == null) return List.of();
    var its = connections.values().stream().filter(c -> c.node().equals(silent)).toList();
    its.forEach(c -> end(c, Visit.Kind.ENDED));
    return its;
  }

  @Override
  public synchronized boolean enter(ConnectionId session, GameId game, Role as) {
    var moved = moved(session, Optional.of(game), as);
    if (moved.filter(c -> c.isIn(game, as)).isPresent()) return true;
    moved.ifPresent(c -> visited(c, Visit.Kind.LEFT));
    Optional.ofNullable(connections.get(session)).ifPresent(c -> visited(c, Visit.Kind.ENTERED));
    return moved.isPresent();
  }

  @Override
  public synchronized Optional<GameId> leave(ConnectionId session) {
    var moved = moved(session, Optional.empty(), Role.PLAYS);
    moved.ifPresent(c -> visited(c, Visit.Kind.LEFT));
    return moved.flatMap(Connection::game);
  }

  private void end(Connection connection, Visit.Kind kind) {
    connections.remove(connection.session());
    visited(connection, kind);
  }

  private void visited(Connection c, Visit.Kind kind) {
    c.game()
        .ifPresent(game ->
            visits
                .computeIfAbsent(game, _ -> new ArrayList<>())
                .add(new Visit(time.instant(), c.user(), c.session(), c.node(), c.role(), kind)));
  }

  @Override
  public synchronized List<Visit> visits(GameId game) {
    return List.copyOf(visits.getOrDefault(game, List.of()));
  }

  private Optional<Connection> moved(ConnectionId session, Optional<GameId> game, Role as) {
    var old = Optional.ofNullable(connections.get(session));
    old.ifPresent(c ->
        connections.put(
            session,
            new Connection(
                session, c.user(), c.node(), game, as, c.connectedAt(), time.instant())));
    return old;
  }

  @Override
  public synchronized Set<ConnectionId> touch(Collection<ConnectionId> sessions) {
    var gone = new HashSet<>(sessions);
    for (var session : sessions) {
      var c = connections.get(session);
      if (c != null && moved(session, c.game(), c.role()).isPresent()) gone.remove(session);
    }
    return gone;
  }

  @Override
  public synchronized Optional<Connection> remove(ConnectionId session) {
    var there = Optional.ofNullable(connections.get(session));
    there.ifPresent(c -> end(c, Visit.Kind.ENDED));
    return there;
  }

  @Override
  public synchronized Optional<Connection> of(UserId user) {
    return connections.values().stream().filter(c -> c.user().equals(user)).findFirst();
  }

  @Override
  public synchronized List<Connection> players(GameId game) {
    return in(game, Role.PLAYS);
  }

  @Override
  public synchronized long spectators(GameId game) {
    return in(game, Role.WATCHES).size();
  }

  private List<Connection> in(GameId game, Role as) {
    return connections.values().stream()
        .filter(c -> c.role() == as && c.game().filter(game::equals).isPresent())
        .toList();
  }

  @Override
  public synchronized Optional<Announced> announce(GameId game, UserId player, Announced now) {
    return Optional.ofNullable(announced.put(new Player(game, player), now));
  }

  @Override
  public synchronized Optional<Announced> lastAnnounced(GameId game, UserId player) {
    return Optional.ofNullable(announced.get(new Player(game, player)));
  }

  private record Player(GameId game, UserId user) {}

  @Override
  public synchronized List<Connection> sweep() {
    var since = time.instant().minus(SILENCE);
    var stale =
        connections.values().stream()
            .filter(c -> c.lastSeen().isBefore(since))
            .limit(MAX_SWEPT)
            .toList();
    stale.forEach(c -> end(c, Visit.Kind.ENDED));
    return stale;
  }
}
