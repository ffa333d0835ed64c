package dev.menagerie.server.redis;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.menagerie.server.game.ConnectionId;
import dev.menagerie.server.game.Connections;
import dev.menagerie.server.game.Connections.Beat;
import dev.menagerie.server.game.Connections.Connection;
import dev.menagerie.server.game.NodeId;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisFuture;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds connections that fell silent, alone or with their node.
 *
 * @param remove takes connections out of the registry; returns those that were still their users'
 */
record ConnectionSweep(RedisLink link, Function<List<ConnectionId>, List<Connection>> remove) {
  /** Upper bound on silent nodes in one sweep; the next sweep has the others. */
  private static final int MAX_SILENT_NODES = 16;

  /**
   * Upper bound on nodes in one look at subscriptions; where there are more, some are looked at.
   */
  private static final int MAX_NODES = 64;

  private static final Logger LOG = LoggerFactory.getLogger(ConnectionSweep.class);

  Beat beat(NodeId node) {
    var reply =
        link.run(
            Script.BEAT,
            List.of(Keys.NODES_SEEN),
            List.of(
                node.value(),
                Long.toString(Connections.NODE_SILENCE.toMillis()),
                Integer.toString(MAX_SILENT_NODES)));
    var silent = reply.list(2).stream().map(NodeId::new).toList();
    return new Beat(reply.text(1).equals("ALIVE"), silent);
  }

  /** A node of a cluster counts its own subscribers only: there, heartbeats are left. */
  Optional<Set<NodeId>> unsubscribed(NodeId asking) {
    if (link.isCluster()) return Optional.empty();
    try {
      var reply =
          link.run(
              Script.UNSUBSCRIBED,
              List.of(Keys.NODES_SUBSCRIBED),
              List.of(asking.value(), Keys.NODE_CHANNEL, Integer.toString(MAX_NODES)));
      if (!reply.word().equals("OK")) return Optional.empty();
      return Optional.of(reply.list(1).stream().map(NodeId::new).collect(toUnmodifiableSet()));
    } catch (RedisCommandExecutionException refused) {
      LOG.debug("Redis does not count subscribers for this user: heartbeats are left", refused);
      return Optional.empty();
    }
  }

  List<Connection> ofNode(NodeId silent) {
    var commands = link.commands();
    var subscribed = commands.srem(Keys.NODES_SUBSCRIBED, silent.value());
    long seen = RedisReplies.await(commands.zrem(Keys.NODES_SEEN, silent.value()));
    // A node that takes it off a list reports its connections; each can be taken only once.
    if (seen + RedisReplies.await(subscribed) == 0) return List.of();
    var names = RedisReplies.await(commands.smembers(Keys.connectionsAt(silent)));
    var swept = remove.apply(names.stream().map(ConnectionId::new).toList());
    RedisReplies.await(commands.del(Keys.connectionsAt(silent)));
    return swept;
  }

  List<Connection> silent() {
    var commands = link.commands();
    var now = RedisReplies.await(commands.time());
    long since = Long.parseLong(now.getFirst()) * 1_000 - Connections.SILENCE.toMillis();
    var silent =
        RedisReplies.await(
            commands.zrangebyscore(
                Keys.LAST_SEEN, Range.create(0, since), Limit.from(Connections.MAX_SWEPT)));
    // The node that takes one off the list is the one that reports it.
    var taken = new LinkedHashMap<String, RedisFuture<Long>>();
    for (var name : silent) taken.put(name, commands.zrem(Keys.LAST_SEEN, name));
    var ours = new ArrayList<ConnectionId>();
    taken.forEach((name, reply) -> {
      if (RedisReplies.await(reply) == 1) ours.add(new ConnectionId(name));
    });
    return remove.apply(ours);
  }
}
