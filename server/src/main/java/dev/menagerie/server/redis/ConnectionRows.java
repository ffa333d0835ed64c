package dev.menagerie.server.redis;

import dev.menagerie.server.game.ConnectionId;
import dev.menagerie.server.game.Connections.Connection;
import dev.menagerie.server.game.Connections.Role;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.game.UserId;
import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisFuture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the stored connections, one hash each. */
record ConnectionRows(RedisLink link) {
  Optional<Connection> find(ConnectionId session) {
    var found = find(List.of(session), new HashSet<>());
    return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst());
  }

  /** A user's connection. */
  Optional<Connection> of(UserId user) {
    var session =
        RedisReplies.await(
            link.commands().hget(Keys.connectionOf(user), "sid").thenApply(Optional::ofNullable));
    return session.map(ConnectionId::new).flatMap(this::find);
  }

  /** Those of these users that have a connection, in one round trip. */
  Set<UserId> online(Collection<UserId> users) {
    var commands = link.commands();
    var asked = new LinkedHashMap<UserId, RedisFuture<Boolean>>();
    for (var user : users) asked.put(user, commands.hexists(Keys.connectionOf(user), "sid"));
    var online = new HashSet<UserId>();
    asked.forEach((user, reply) -> {
      if (RedisReplies.await(reply)) online.add(user);
    });
    return online;
  }

  /** The connections in a sorted set; those that are gone are taken out of it. */
  List<Connection> members(String key) {
    var sessions = RedisReplies.await(link.commands().zrange(key, 0, -1));
    var gone = new HashSet<ConnectionId>();
    var there = find(sessions.stream().map(ConnectionId::new).toList(), gone);
    if (!gone.isEmpty()) {
      var names = gone.stream().map(ConnectionId::value).toArray(String[]::new);
      var _ = link.commands().zrem(key, names);
    }
    return there;
  }

  /** Those that are there, in one round trip; the others are added to the missing. */
  List<Connection> find(Collection<ConnectionId> sessions, Set<ConnectionId> missing) {
    var commands = link.commands();
    var asked = new LinkedHashMap<ConnectionId, RedisFuture<List<KeyValue<String, String>>>>();
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
    asked.forEach((session, reply) -> {
      var fields = RedisReplies.await(reply).stream().map(f -> f.getValueOrElse("")).toList();
      if (fields.subList(0, 4).contains("")) {
        missing.add(session);
      } else {
        found.add(connection(session, fields));
      }
    });
    return found;
  }

  private static Connection connection(ConnectionId session, List<String> fields) {
    return new Connection(
        session,
        new UserId(fields.get(0)),
        new NodeId(fields.get(1)),
        ScriptReply.optional(fields.get(4)).map(GameId::new),
        ScriptReply.optional(fields.get(5))
            .map(name -> Role.valueOf(name.toUpperCase(Locale.ROOT)))
            .orElse(Role.PLAYS),
        Instant.ofEpochMilli(Long.parseLong(fields.get(2))),
        Instant.ofEpochMilli(Long.parseLong(fields.get(3))));
  }
}
