package dev.menagerie.server.redis;

import dev.menagerie.socketio.redis.RedisAdapter;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateAdapter;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.net.SocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** A client of one Redis, which Sentinels may replace by another. */
record SingleClient(RedisClient client, StatefulRedisConnection<String, String> connection)
    implements StoreClient {
  @Override
  public boolean isCluster() {
    return false;
  }

  @Override
  public RedisAsyncCommands<String, String> commands() {
    return connection.async();
  }

  @Override
  public CompletionStage<RedisAsyncCommands<String, String>> master(String key) {
    return CompletableFuture.completedFuture(commands());
  }

  @Override
  public <T> Map<String, CompletionStage<T>> eachMaster(
      Function<RedisClusterAsyncCommands<String, String>, CompletionStage<T>> command) {
    return Map.of("Redis", command.apply(commands()));
  }

  @Override
  public List<String> oneForEachMaster(List<String> keys) {
    return keys.subList(0, 1);
  }

  @Override
  public StatefulRedisPubSubConnection<String, String> pubSub() {
    return client.connectPubSub();
  }

  @Override
  public RedisAdapter adapter(String prefix) {
    return RedisAdapter.over(client, prefix);
  }

  @Override
  public void onConnected(Runnable listener) {
    client.addListener(
        new RedisConnectionStateAdapter() {
          @Override
          public void onRedisConnected(RedisChannelHandler<?, ?> connected, SocketAddress address) {
            listener.run();
          }
        });
  }

  @Override
  public void close() {
    RedisClients.shutDown(client);
  }
}
