package dev.menagerie.server.redis;

import dev.menagerie.server.game.NodeId;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.List;
import java.util.stream.Stream;

/**
 * A node's subscription to its own channel. Nothing is published there: other nodes count its
 * subscribers, and when the process ends, however it does, its kernel closes the connections and
 * the count is zero. It is held on two connections, so that the loss of one is not taken for that.
 */
public final class NodeSubscription implements AutoCloseable {
  private static final int CONNECTIONS = 2;

  private final List<StatefulRedisPubSubConnection<String, String>> connections;

  private NodeSubscription(List<StatefulRedisPubSubConnection<String, String>> connections) {
    this.connections = connections;
  }

  /**
   * Subscribes, until it is closed. A connection that breaks is replaced and subscribes again.
   *
   * @throws dev.menagerie.server.StoreUnavailable if Redis does not answer
   */
  public static NodeSubscription hold(RedisLink link, NodeId node) {
    var connections = Stream.generate(link::pubSub).limit(CONNECTIONS).toList();
    for (var connection : connections) {
      RedisReplies.await(connection.async().subscribe(Keys.NODE_CHANNEL + node));
    }
    return new NodeSubscription(connections);
  }

  @Override
  public void close() {
    connections.forEach(StatefulRedisPubSubConnection::close);
  }
}
