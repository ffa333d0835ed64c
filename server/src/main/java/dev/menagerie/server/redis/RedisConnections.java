package dev.menagerie.server.redis;

import dev.menagerie.server.game.ConnectionId;
import dev.menagerie.server.game.Connections;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.game.Visit;
import io.lettuce.core.Range;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScoredValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The registry of connections in Redis. {@code user_conn} is the truth and changes by script;
 * {@code conn}, {@code game_conns}, {@code node_conns} and {@code conns_seen} are written after it.
 * What belongs to one user, game or node expires.
 */
public final class RedisConnections implements Connections {
  /** Longer than a silence may last, so that the sweep finds silent connections. */
  private static final Duration LIFE = SILENCE.multipliedBy(3);

  private final RedisLink link;
  private final ConnectionRows rows;
  private final ConnectionRemoval removal;
  private final ConnectionSweep sweep;
  private final GameVisits visits;
  private final AnnouncedPresences presences;

  /** A registry in the Redis behind this link. */
  public RedisConnections(RedisLink link) {
    this.link = link;
    this.rows = new ConnectionRows(link);
    this.visits = new GameVisits(link);
    this.presences = new AnnouncedPresences(link);
    this.removal = new ConnectionRemoval(link, rows, visits);
    this.sweep = new ConnectionSweep(link, removal::removeAll);
  }

  @Override
  public Registered register(ConnectionId session, UserId user, NodeId node) {
    return registered(session, user, node, "").orElseThrow();
  }

  @Override
  public Optional<Registered> restore(ConnectionId session, UserId user, NodeId node, long number) {
    return registered(session, user, node, Long.toString(number));
  }

  private Optional<Registered> registered(
      ConnectionId session, UserId user, NodeId node, String number) {
    var reply =
        link.run(
            Script.REGISTER,
            List.of(Keys.connectionOf(user)),
            List.of(session.value(), node.value(), millis(LIFE), number));
    if (reply.word().equals("NEWER")) return Optional.empty();
    var old = ScriptReply.optional(reply.text(3)).filter(sid -> !sid.equals(session.value()));
    old.map(ConnectionId::new)
        .ifPresent(sid -> removal.drop(sid, rows.find(sid), Visit.Kind.REPLACED));
    write(session, user, node, reply.text(2));
    return Optional.of(
        new Registered(
            reply.number(1),
            old.map(sid -> new Replaced(new ConnectionId(sid), new NodeId(reply.text(4))))));
  }

  private void write(ConnectionId session, UserId user, NodeId node, String now) {
    var key = Keys.connection(session);
    var atNode = Keys.connectionsAt(node);
    var fields = new LinkedHashMap<String, String>();
    fields.put("user_id", user.value());
    fields.put("node", node.value());
    fields.put("connected_at", now);
    fields.put("last_seen", now);
    var commands = link.commands();
    var sent =
        List.<RedisFuture<?>>of(
            commands.hset(key, fields),
            commands.pexpire(key, LIFE.toMillis()),
            commands.sadd(atNode, session.value()),
            commands.pexpire(atNode, LIFE.toMillis()),
            commands.zadd(Keys.LAST_SEEN, Double.parseDouble(now), session.value()));
    sent.forEach(RedisReplies::await);
  }

  @Override
  public boolean enter(ConnectionId session, GameId game, Role as) {
    var there = rows.find(session);
    if (there.isEmpty()) return false;
    var now = confirmed(session, there.get().user());
    if (now.isEmpty()) return false;
    boolean isThere = there.get().isIn(game, as);
    if (!isThere) removal.leaveGame(there.get(), Visit.Kind.LEFT);
    String key = Keys.connection(session);
    String members = Keys.connectionsOf(game, as);
    double seen = now.get().toEpochMilli();
    var commands = link.commands();
    var sent = new ArrayList<RedisFuture<?>>();
    if (!isThere) sent.addAll(visits.add(game, there.get(), as, Visit.Kind.ENTERED));
    sent.addAll(
        List.of(
            commands.hset(key, Map.of("game_id", game.value(), "presence", name(as))),
            commands.zadd(members, seen, session.value()),
            commands.zremrangebyscore(members, Range.create(0, seen - SILENCE.toMillis())),
            commands.pexpire(members, LIFE.toMillis())));
    sent.forEach(RedisReplies::await);
    // Replaced by another node, which could not know of this game.
    if (confirmed(session, there.get().user()).isPresent()) return true;
    removal.drop(session, rows.find(session), Visit.Kind.REPLACED);
    RedisReplies.await(commands.zrem(members, session.value()));
    return false;
  }

  @Override
  public Optional<GameId> leave(ConnectionId session) {
    var there = rows.find(session);
    there.ifPresent(connection -> removal.leaveGame(connection, Visit.Kind.LEFT));
    if (there.flatMap(Connection::game).isPresent()) {
      RedisReplies.await(link.commands().hdel(Keys.connection(session), "game_id", "presence"));
    }
    return there.flatMap(Connection::game);
  }

  /** The store's time if the connection is still its user's. */
  private Optional<Instant> confirmed(ConnectionId session, UserId user) {
    var keys = List.of(Keys.connectionOf(user));
    var reply = link.run(Script.CONFIRM, keys, List.of(millis(LIFE), session.value()));
    return reply.list(2).equals(List.of("OK")) ? Optional.of(reply.instant(1)) : Optional.empty();
  }

  @Override
  public Set<ConnectionId> touch(Collection<ConnectionId> sessions) {
    var gone = new HashSet<ConnectionId>();
    var all = List.copyOf(sessions);
    for (int from = 0; from < all.size(); from += ConnectionRemoval.BATCH) {
      touchSome(all.subList(from, Math.min(all.size(), from + ConnectionRemoval.BATCH)), gone);
    }
    return gone;
  }

  private void touchSome(List<ConnectionId> sessions, Set<ConnectionId> gone) {
    var groups = link.perCall(rows.find(sessions, gone));
    var replies = link.runEach(Script.CONFIRM, groups.stream().map(this::confirmation).toList());
    var seen = new LinkedHashMap<Connection, Instant>();
    for (int i = 0; i < groups.size(); i++) {
      var now = replies.get(i).instant(1);
      var words = replies.get(i).list(2);
      for (int j = 0; j < words.size(); j++) {
        var connection = groups.get(i).get(j);
        if (words.get(j).equals("OK")) seen.put(connection, now);
        else replaced(connection, gone);
      }
    }
    seen(seen).forEach(RedisReplies::await);
  }

  private void replaced(Connection connection, Set<ConnectionId> gone) {
    gone.add(connection.session());
    removal.drop(connection.session(), Optional.of(connection), Visit.Kind.REPLACED);
  }

  private RedisLink.ScriptCall confirmation(List<Connection> connections) {
    var keys = connections.stream().map(c -> Keys.connectionOf(c.user())).toList();
    var arguments = new ArrayList<String>();
    arguments.add(millis(LIFE));
    connections.forEach(connection -> arguments.add(connection.session().value()));
    return new RedisLink.ScriptCall(keys, arguments);
  }

  /** What connections share, such as the list of a node, is written once for all of them. */
  private List<RedisFuture<?>> seen(Map<Connection, Instant> connections) {
    var commands = link.commands();
    var sent = new ArrayList<RedisFuture<?>>();
    var members = new HashMap<String, List<ScoredValue<String>>>();
    var shared = new HashSet<String>();
    connections.forEach((connection, now) -> {
      String key = Keys.connection(connection.session());
      var member = ScoredValue.just((double) now.toEpochMilli(), connection.session().value());
      sent.add(commands.hset(key, "last_seen", Long.toString(now.toEpochMilli())));
      sent.add(commands.pexpire(key, LIFE.toMillis()));
      members.computeIfAbsent(Keys.LAST_SEEN, _ -> new ArrayList<>()).add(member);
      shared.add(Keys.connectionsAt(connection.node()));
      connection
          .game()
          .map(game -> Keys.connectionsOf(game, connection.role()))
          .ifPresent(game -> {
            members.computeIfAbsent(game, _ -> new ArrayList<>()).add(member);
            shared.add(game);
          });
    });
    members.forEach((key, own) -> sent.add(commands.zadd(key, scored(own))));
    for (var key : shared) sent.add(commands.pexpire(key, LIFE.toMillis()));
    return sent;
  }

  @SuppressWarnings("unchecked") // an array of a generic type
  private static ScoredValue<String>[] scored(List<ScoredValue<String>> members) {
    return members.toArray(ScoredValue[]::new);
  }

  @Override
  public Optional<Connection> remove(ConnectionId session) {
    return removal.removeAll(List.of(session)).stream().findFirst();
  }

  @Override
  public Optional<Connection> of(UserId user) {
    return rows.of(user);
  }

  @Override
  public Set<UserId> onlineAmong(Collection<UserId> users) {
    return rows.online(users);
  }

  @Override
  public long count() {
    return RedisReplies.await(link.commands().zcard(Keys.LAST_SEEN));
  }

  @Override
  public List<Connection> players(GameId game) {
    return rows.members(Keys.connectionsOf(game, Role.PLAYS)).stream()
        .filter(c -> c.game().filter(game::equals).isPresent())
        .toList();
  }

  @Override
  public long spectators(GameId game) {
    return rows.members(Keys.connectionsOf(game, Role.WATCHES)).size();
  }

  @Override
  public List<Visit> visits(GameId game) {
    return visits.of(game);
  }

  @Override
  public Optional<Announced> announce(GameId game, UserId player, Announced now) {
    return presences.replace(game, player, now);
  }

  @Override
  public Optional<Announced> lastAnnounced(GameId game, UserId player) {
    return presences.last(game, player);
  }

  @Override
  public List<Connection> sweep() {
    return sweep.silent();
  }

  @Override
  public Beat beat(NodeId node) {
    return sweep.beat(node);
  }

  @Override
  public Optional<Set<NodeId>> unsubscribed(NodeId asking) {
    return sweep.unsubscribed(asking);
  }

  @Override
  public List<Connection> sweep(NodeId silent) {
    return sweep.ofNode(silent);
  }

  private static String name(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  private static String millis(Duration time) {
    return Long.toString(time.toMillis());
  }
}
