package dev.menagerie.server.redis;

import dev.menagerie.server.game.ConnectionId;
import dev.menagerie.server.game.Connections.Connection;
import dev.menagerie.server.game.Visit;
import io.lettuce.core.RedisFuture;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Takes connections out of the registry, many in few round trips. Any thread; waits. */
record ConnectionRemoval(RedisLink link, ConnectionRows rows, GameVisits visits) {
  /** Connections that are handled in one go. */
  static final int BATCH = 256;

  /** Removes connections; returns those that were still their users' own. */
  List<Connection> removeAll(List<ConnectionId> sessions) {
    var own = new ArrayList<Connection>();
    for (int from = 0; from < sessions.size(); from += BATCH) {
      own.addAll(removeSome(sessions.subList(from, Math.min(sessions.size(), from + BATCH))));
    }
    return own;
  }

  private List<Connection> removeSome(List<ConnectionId> sessions) {
    var missing = new HashSet<ConnectionId>();
    var there = rows.find(sessions, missing);
    var own = unregistered(there);
    var sent = new ArrayList<RedisFuture<?>>();
    there.forEach(c -> sent.addAll(dropping(c.session(), Optional.of(c), Visit.Kind.ENDED)));
    missing.forEach(gone -> sent.addAll(dropping(gone, Optional.empty(), Visit.Kind.ENDED)));
    sent.forEach(RedisReplies::await);
    return own;
  }

  private List<Connection> unregistered(List<Connection> there) {
    var calls =
        there.stream()
            .map(c ->
                new RedisLink.ScriptCall(
                    List.of(Keys.connectionOf(c.user())), List.of(c.session().value())))
            .toList();
    var replies = link.runEach(Script.UNREGISTER, calls);
    var own = new ArrayList<Connection>();
    for (int i = 0; i < there.size(); i++) {
      if (replies.get(i).word().equals("OK")) own.add(there.get(i));
    }
    return own;
  }

  /** Removes the entries of a connection that its user no longer has. */
  void drop(ConnectionId session, Optional<Connection> there, Visit.Kind kind) {
    dropping(session, there, kind).forEach(RedisReplies::await);
  }

  private List<RedisFuture<?>> dropping(
      ConnectionId session, Optional<Connection> there, Visit.Kind kind) {
    var commands = link.commands();
    var sent = new ArrayList<RedisFuture<?>>();
    there.ifPresent(connection -> sent.addAll(leaving(connection, kind)));
    sent.add(commands.zrem(Keys.LAST_SEEN, session.value()));
    sent.add(commands.del(Keys.connection(session)));
    there.ifPresent(c -> sent.add(commands.srem(Keys.connectionsAt(c.node()), session.value())));
    return sent;
  }

  /** Takes a connection out of its game, if it is in one. */
  void leaveGame(Connection connection, Visit.Kind kind) {
    leaving(connection, kind).forEach(RedisReplies::await);
  }

  private List<RedisFuture<?>> leaving(Connection connection, Visit.Kind kind) {
    if (connection.game().isEmpty()) return List.of();
    var game = connection.game().get();
    var sent = new ArrayList<>(visits.add(game, connection, connection.role(), kind));
    var members = Keys.connectionsOf(game, connection.role());
    sent.add(link.commands().zrem(members, connection.session().value()));
    return sent;
  }
}
