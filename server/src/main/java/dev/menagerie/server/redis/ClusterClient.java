package dev.menagerie.server.redis;

import static io.lettuce.core.cluster.models.partitions.RedisClusterNode.NodeFlag.UPSTREAM;

import dev.menagerie.socketio.redis.RedisAdapter;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateAdapter;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.async.RedisAdvancedClusterAsyncCommands;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.cluster.event.ClusterTopologyChangedEvent;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.net.SocketAddress;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;

/**
 * A client of a Redis Cluster. It follows redirections by itself, which are no repetitions: a node
 * that redirects has not executed the command.
 *
 * <p>A command to a node without a connection fails, as it does while one is broken. Therefore
 * connections to all nodes are opened in advance, also to replicas, which may become masters.
 */
final class ClusterClient implements StoreClient {
  private final RedisClusterClient client;
  private final StatefulRedisClusterConnection<String, String> connection;
  private final Disposable.Composite subscriptions = Disposables.composite();

  ClusterClient(
      RedisClusterClient client, StatefulRedisClusterConnection<String, String> connection) {
    this.client = client;
    this.connection = connection;
    onTopologyChange(() -> {
      var _ = connectToAll();
    });
    connectToAll().join();
  }

  private void onTopologyChange(Runnable listener) {
    var events = client.getResources().eventBus().get();
    subscriptions.add(
        events
            .filter(ClusterTopologyChangedEvent.class::isInstance)
            .subscribe(_ -> listener.run()));
  }

  /** Completes when every node has accepted a connection or refused one. */
  private CompletableFuture<Void> connectToAll() {
    var opened =
        connection.getPartitions().stream()
            .map(node -> connectionTo(node).handle((_, _) -> true))
            .toArray(CompletableFuture[]::new);
    return CompletableFuture.allOf(opened);
  }

  private CompletableFuture<StatefulRedisConnection<String, String>> connectionTo(
      RedisClusterNode node) {
    var uri = node.getUri();
    return connection.getConnectionAsync(uri.getHost(), uri.getPort());
  }

  @Override
  public boolean isCluster() {
    return true;
  }

  @Override
  public RedisAdvancedClusterAsyncCommands<String, String> commands() {
    return connection.async();
  }

  @Override
  public CompletionStage<RedisAsyncCommands<String, String>> master(String key) {
    @Nullable RedisClusterNode node =
        connection.getPartitions().getMasterBySlot(SlotHash.getSlot(key));
    return node == null
        ? CompletableFuture.failedFuture(new RedisException("no node of the cluster has " + key))
        : connectionTo(node).thenApply(StatefulRedisConnection::async);
  }

  @Override
  public <T> Map<String, CompletionStage<T>> eachMaster(
      Function<RedisClusterAsyncCommands<String, String>, CompletionStage<T>> command) {
    var replies = new LinkedHashMap<String, CompletionStage<T>>();
    for (var node : connection.getPartitions()) {
      if (!node.is(UPSTREAM) || node.hasNoSlots()) continue;
      var uri = node.getUri();
      replies.put(
          uri.getHost() + ":" + uri.getPort(),
          connectionTo(node).thenCompose(to -> command.apply(to.async())));
    }
    return replies;
  }

  @Override
  public List<String> oneForEachMaster(List<String> keys) {
    var byMaster = new LinkedHashMap<Object, String>();
    for (var key : keys) {
      @Nullable RedisClusterNode node =
          connection.getPartitions().getMasterBySlot(SlotHash.getSlot(key));
      byMaster.putIfAbsent(node == null ? "none" : node.getNodeId(), key);
    }
    return List.copyOf(byMaster.values());
  }

  @Override
  public StatefulRedisPubSubConnection<String, String> pubSub() {
    return client.connectPubSub();
  }

  @Override
  public RedisAdapter adapter(String prefix) {
    return RedisAdapter.over(client, prefix);
  }

  /** Connections that only ask for the topology come and go; they are never connected again. */
  @Override
  public void onConnected(Runnable listener) {
    onTopologyChange(listener);
    Set<RedisChannelHandler<?, ?>> broken =
        Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    client.addListener(
        new RedisConnectionStateAdapter() {
          @Override
          public void onRedisConnected(RedisChannelHandler<?, ?> connected, SocketAddress address) {
            if (broken.remove(connected)) listener.run();
          }

          @Override
          public void onRedisDisconnected(RedisChannelHandler<?, ?> disconnected) {
            broken.add(disconnected);
          }
        });
  }

  @Override
  public void close() {
    subscriptions.dispose();
    // Otherwise the client warns of each connection that the end of this one has closed.
    var closed = connection.closeAsync().completeOnTimeout(null, 1, TimeUnit.SECONDS);
    closed.exceptionally(_ -> null).join();
    RedisClients.shutDown(client);
  }
}
