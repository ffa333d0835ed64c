package dev.menagerie.server.redis;

import dev.menagerie.socketio.redis.RedisAdapter;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * A client of one Redis or of a cluster, with its connection for commands. Commands go to the
 * master of their first key. Safe for use by all threads.
 */
sealed interface StoreClient extends AutoCloseable permits SingleClient, ClusterClient {
  /** Whether all keys of a command must have one hash tag. */
  boolean isCluster();

  /** Commands by their keys. */
  RedisClusterAsyncCommands<String, String> commands();

  /** The commands of the master that has a key. */
  CompletionStage<? extends RedisClusterAsyncCommands<String, String>> master(String key);

  /** Sends a command to each master; the replies by the masters' names. */
  <T> Map<String, CompletionStage<T>> eachMaster(
      Function<RedisClusterAsyncCommands<String, String>, CompletionStage<T>> command);

  /** Of these keys one for each master that has some. */
  List<String> oneForEachMaster(List<String> keys);

  /**
   * Another connection, for subscriptions.
   *
   * @throws io.lettuce.core.RedisException if Redis does not answer
   */
  StatefulRedisPubSubConnection<String, String> pubSub();

  /**
   * Broadcasts of Socket.IO over two more connections.
   *
   * @throws io.lettuce.core.RedisException if Redis does not answer
   */
  RedisAdapter adapter(String prefix);

  /**
   * Calls back on another thread when another process may have the keys of this one: after a
   * reconnection, and after a failover of a cluster. The listener must not block.
   */
  void onConnected(Runnable listener);

  @Override
  void close();
}
