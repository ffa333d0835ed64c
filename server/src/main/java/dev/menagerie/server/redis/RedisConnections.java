package dev.menagerie.server.redis;

import dev.menagerie.server.game.Connections;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.game.SessionId;
import dev.menagerie.server.game.UserId;
import io.lettuce.core.KeyValue;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The registry of connections in Redis. {@code user_conn} is the truth and changes by script;
 * {@code conn}, {@code game_conns} and {@code conns_seen} are written behind it. Every key expires.
 */
public final class RedisConnections implements Connections {
  /** Longer than a silence may last, so that the sweep finds who fell silent. */
  private static final Duration LIFE = SILENCE.multipliedBy(3);

  /** No game in which somebody connects now and then lasts longer. */
  private static final Duration TOLD_LIFE = Duration.ofDays(1);

  private final RedisLink link;

  public RedisConnections(RedisLink link) {
    this.link = link;
  }

  @Override
  public Registered register(SessionId session, UserId user, NodeId node) {
    var reply =
        link.run(
            Script.REGISTER,
            List.of(Keys.connectionOf(user)),
            List.of(session.value(), node.value(), millis(LIFE)));
    var now = reply.text(2);
    var old = Reply.optional(reply.text(3)).filter(sid -> !sid.equals(session.value()));
    old.ifPresent(sid -> drop(new SessionId(sid), connection(new SessionId(sid))));
    var key = Keys.connection(session);
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
            commands.zadd(Keys.LAST_SEEN, Double.parseDouble(now), session.value()));
    sent.forEach(RedisLink::await);
    return new Registered(
        reply.number(1), old.map(sid -> new Replaced(new SessionId(sid), node(reply.text(4)))));
  }

  private static NodeId node(String value) {
    return new NodeId(value);
  }

  @Override
  public boolean enter(SessionId session, GameId game, Presence as) {
    var there = connection(session);
    if (there.isEmpty()) return false;
    var now = confirmed(session, there.get().user());
    if (now.isEmpty()) return false;
    leaveGame(there.get());
    String key = Keys.connection(session);
    String members = Keys.connectionsOf(game, as);
    double seen = now.get().toEpochMilli();
    var commands = link.commands();
    var sent =
        List.<RedisFuture<?>>of(
            commands.hset(key, Map.of("game_id", game.value(), "presence", name(as))),
            commands.zadd(members, seen, session.value()),
            commands.zremrangebyscore(members, Range.create(0, seen - SILENCE.toMillis())),
            commands.pexpire(members, LIFE.toMillis()));
    sent.forEach(RedisLink::await);
    // Replaced meanwhile: whoever did it could not know of this game.
    if (confirmed(session, there.get().user()).isPresent()) return true;
    drop(session, connection(session));
    RedisLink.await(commands.zrem(members, session.value()));
    return false;
  }

  @Override
  public Optional<GameId> leave(SessionId session) {
    var there = connection(session);
    there.ifPresent(this::leaveGame);
    if (there.flatMap(Connection::game).isPresent()) {
      RedisLink.await(link.commands().hdel(Keys.connection(session), "game_id", "presence"));
    }
    return there.flatMap(Connection::game);
  }

  private void leaveGame(Connection connection) {
    connection
        .game()
        .map(game -> Keys.connectionsOf(game, connection.presence()))
        .ifPresent(members ->
            RedisLink.await(link.commands().zrem(members, connection.session().value())));
  }

  /** The store's time if the connection is still its user's. */
  private Optional<Instant> confirmed(SessionId session, UserId user) {
    var reply =
        link.run(
            Script.CONFIRM,
            List.of(Keys.connectionOf(user)),
            List.of(session.value(), millis(LIFE)));
    return reply.word().equals("OK") ? Optional.of(reply.instant(1)) : Optional.empty();
  }

  @Override
  public Set<SessionId> touch(Collection<SessionId> sessions) {
    var gone = new HashSet<SessionId>();
    var sent = new ArrayList<RedisFuture<?>>();
    for (var connection : read(List.copyOf(sessions), gone)) {
      var now = confirmed(connection.session(), connection.user());
      if (now.isEmpty()) {
        gone.add(connection.session());
        drop(connection.session(), Optional.of(connection));
      } else {
        sent.addAll(seen(connection, now.get()));
      }
    }
    sent.forEach(RedisLink::await);
    return gone;
  }

  private List<RedisFuture<?>> seen(Connection connection, Instant now) {
    var commands = link.commands();
    String key = Keys.connection(connection.session());
    String session = connection.session().value();
    double score = now.toEpochMilli();
    var sent = new ArrayList<RedisFuture<?>>();
    sent.add(commands.hset(key, "last_seen", Long.toString(now.toEpochMilli())));
    sent.add(commands.pexpire(key, LIFE.toMillis()));
    sent.add(commands.zadd(Keys.LAST_SEEN, score, session));
    connection
        .game()
        .map(game -> Keys.connectionsOf(game, connection.presence()))
        .ifPresent(members -> {
          sent.add(commands.zadd(members, score, session));
          sent.add(commands.pexpire(members, LIFE.toMillis()));
        });
    return sent;
  }

  @Override
  public Optional<Connection> remove(SessionId session) {
    var there = connection(session);
    boolean own = there.isPresent() && unregistered(there.get());
    drop(session, there);
    return own ? there : Optional.empty();
  }

  private boolean unregistered(Connection connection) {
    return link.run(
            Script.UNREGISTER,
            List.of(Keys.connectionOf(connection.user())),
            List.of(connection.session().value()))
        .word()
        .equals("OK");
  }

  /** Removes what follows from a connection that is no longer its user's. */
  private void drop(SessionId session, Optional<Connection> there) {
    there.ifPresent(this::leaveGame);
    var commands = link.commands();
    var seen = commands.zrem(Keys.LAST_SEEN, session.value());
    RedisLink.await(commands.del(Keys.connection(session)));
    RedisLink.await(seen);
  }

  @Override
  public Optional<Connection> of(UserId user) {
    var session =
        RedisLink.await(
            link.commands().hget(Keys.connectionOf(user), "sid").thenApply(Optional::ofNullable));
    return session.map(SessionId::new).flatMap(this::connection);
  }

  @Override
  public List<Connection> players(GameId game) {
    return members(Keys.connectionsOf(game, Presence.PLAYS)).stream()
        .filter(c -> c.game().filter(game::equals).isPresent())
        .toList();
  }

  @Override
  public long watchers(GameId game) {
    return members(Keys.connectionsOf(game, Presence.WATCHES)).size();
  }

  private List<Connection> members(String key) {
    var sessions = RedisLink.await(link.commands().zrange(key, 0, -1));
    var gone = new HashSet<SessionId>();
    var there = read(sessions.stream().map(SessionId::new).toList(), gone);
    if (!gone.isEmpty()) {
      var names = gone.stream().map(SessionId::value).toArray(String[]::new);
      var _ = link.commands().zrem(key, names);
    }
    return there;
  }

  @Override
  public Optional<Announced> announce(GameId game, UserId player, Announced now) {
    var life = SetArgs.Builder.px(TOLD_LIFE.toMillis());
    var before = link.commands().setGet(Keys.told(game, player), name(now), life);
    return RedisLink.await(before.thenApply(RedisConnections::told));
  }

  @Override
  public Optional<Announced> lastAnnounced(GameId game, UserId player) {
    var last = link.commands().get(Keys.told(game, player));
    return RedisLink.await(last.thenApply(RedisConnections::told));
  }

  private static Optional<Announced> told(@Nullable String name) {
    return Optional.ofNullable(name).map(word -> Announced.valueOf(word.toUpperCase(Locale.ROOT)));
  }

  @Override
  public List<Connection> sweep() {
    var commands = link.commands();
    var now = RedisLink.await(commands.time());
    long since = Long.parseLong(now.getFirst()) * 1_000 - SILENCE.toMillis();
    var silent =
        RedisLink.await(
            commands.zrangebyscore(Keys.LAST_SEEN, Range.create(0, since), Limit.from(MAX_SWEPT)));
    var swept = new ArrayList<Connection>();
    for (var name : silent) {
      var session = new SessionId(name);
      // The one who takes it off the list is the one who tells.
      if (RedisLink.await(commands.zrem(Keys.LAST_SEEN, name)) == 1) {
        remove(session).ifPresent(swept::add);
      }
    }
    return swept;
  }

  private Optional<Connection> connection(SessionId session) {
    var found = read(List.of(session), new HashSet<>());
    return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst());
  }

  /** Those that are there, in one go; the others join the missing. */
  private List<Connection> read(List<SessionId> sessions, Set<SessionId> missing) {
    var commands = link.commands();
    var asked = new LinkedHashMap<SessionId, RedisFuture<List<KeyValue<String, String>>>>();
    for (var session : sessions) {
      asked.put(
          session,
          commands.hmget(
              Keys.connection(session),
              "user_id",
              "node",
              "connected_at",
              "last_seen",
              "game_id",
              "presence"));
    }
    var found = new ArrayList<Connection>();
    asked.forEach((session, answer) -> {
      var fields = RedisLink.await(answer).stream().map(f -> f.getValueOrElse("")).toList();
      if (fields.subList(0, 4).contains("")) {
        missing.add(session);
      } else {
        found.add(connection(session, fields));
      }
    });
    return found;
  }

  private static Connection connection(SessionId session, List<String> fields) {
    return new Connection(
        session,
        new UserId(fields.get(0)),
        new NodeId(fields.get(1)),
        Reply.optional(fields.get(4)).map(GameId::new),
        Reply.optional(fields.get(5))
            .map(name -> Presence.valueOf(name.toUpperCase(Locale.ROOT)))
            .orElse(Presence.PLAYS),
        Instant.ofEpochMilli(Long.parseLong(fields.get(2))),
        Instant.ofEpochMilli(Long.parseLong(fields.get(3))));
  }

  private static String name(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  private static String millis(Duration time) {
    return Long.toString(time.toMillis());
  }
}
