package dev.menagerie.server.game;

import java.time.Instant;
import java.time.InstantSource;
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
  private final Map<SessionId, Connection> connections = new HashMap<>();
  private final Map<Player, Announced> told = new HashMap<>();
  private final Map<UserId, Long> numbers = new HashMap<>();
  private final Map<NodeId, Instant> nodes = new HashMap<>();
  private long number;

  public InMemoryConnections(InstantSource time) {
    this.time = time;
  }

  @Override
  public synchronized Registered register(SessionId session, UserId user, NodeId node) {
    return put(session, user, node, ++number);
  }

  private Registered put(SessionId session, UserId user, NodeId node, long as) {
    var replaced = of(user).filter(c -> !c.session().equals(session));
    replaced.ifPresent(c -> connections.remove(c.session()));
    var now = time.instant();
    connections.put(
        session, new Connection(session, user, node, Optional.empty(), Presence.PLAYS, now, now));
    numbers.put(user, as);
    return new Registered(as, replaced.map(c -> new Replaced(c.session(), c.node())));
  }

  @Override
  public synchronized Optional<Registered> restore(
      SessionId session, UserId user, NodeId node, long as) {
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
  public synchronized List<Connection> sweep(NodeId silent) {
    if (nodes.remove(silent) == null) return List.of();
    var its = connections.values().stream().filter(c -> c.node().equals(silent)).toList();
    its.forEach(c -> connections.remove(c.session()));
    return its;
  }

  @Override
  public synchronized boolean enter(SessionId session, GameId game, Presence as) {
    return moved(session, Optional.of(game), as).isPresent();
  }

  @Override
  public synchronized Optional<GameId> leave(SessionId session) {
    return moved(session, Optional.empty(), Presence.PLAYS).flatMap(Connection::game);
  }

  private Optional<Connection> moved(SessionId session, Optional<GameId> game, Presence as) {
    var old = Optional.ofNullable(connections.get(session));
    old.ifPresent(c ->
        connections.put(
            session,
            new Connection(
                session, c.user(), c.node(), game, as, c.connectedAt(), time.instant())));
    return old;
  }

  @Override
  public synchronized Set<SessionId> touch(Collection<SessionId> sessions) {
    var gone = new HashSet<>(sessions);
    for (var session : sessions) {
      var c = connections.get(session);
      if (c != null && moved(session, c.game(), c.presence()).isPresent()) gone.remove(session);
    }
    return gone;
  }

  @Override
  public synchronized Optional<Connection> remove(SessionId session) {
    return Optional.ofNullable(connections.remove(session));
  }

  @Override
  public synchronized Optional<Connection> of(UserId user) {
    return connections.values().stream().filter(c -> c.user().equals(user)).findFirst();
  }

  @Override
  public synchronized List<Connection> players(GameId game) {
    return in(game, Presence.PLAYS);
  }

  @Override
  public synchronized long watchers(GameId game) {
    return in(game, Presence.WATCHES).size();
  }

  private List<Connection> in(GameId game, Presence as) {
    return connections.values().stream()
        .filter(c -> c.presence() == as && c.game().filter(game::equals).isPresent())
        .toList();
  }

  @Override
  public synchronized Optional<Announced> announce(GameId game, UserId player, Announced now) {
    return Optional.ofNullable(told.put(new Player(game, player), now));
  }

  @Override
  public synchronized Optional<Announced> lastAnnounced(GameId game, UserId player) {
    return Optional.ofNullable(told.get(new Player(game, player)));
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
    stale.forEach(c -> connections.remove(c.session()));
    return stale;
  }
}
