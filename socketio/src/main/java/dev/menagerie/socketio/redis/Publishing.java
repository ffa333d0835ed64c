package dev.menagerie.socketio.redis;

import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.IntegerOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The connection over which messages are published. Safe for use by all threads. */
sealed interface Publishing extends AutoCloseable {
  /** Publishes and does not wait. */
  void publish(byte[] channel, byte[] message);

  /** How many connections have subscribed to a channel. */
  CompletionStage<Long> subscribers(byte[] channel);

  @Override
  void close();

  /** To one Redis. */
  record ToOne(StatefulRedisConnection<byte[], byte[]> connection) implements Publishing {
    @Override
    public void publish(byte[] channel, byte[] message) {
      var _ = connection.async().publish(channel, message);
    }

    @Override
    public CompletionStage<Long> subscribers(byte[] channel) {
      return counted(connection, channel);
    }

    static CompletionStage<Long> counted(
        StatefulRedisConnection<byte[], byte[]> connection, byte[] channel) {
      return connection
          .async()
          .pubsubNumsub(channel)
          .thenApply(nodes -> nodes.values().stream().mapToLong(Long::longValue).sum());
    }

    @Override
    public void close() {
      connection.close();
    }
  }

  /** To a cluster, which delivers a message everywhere, and whose nodes count for themselves. */
  record ToCluster(StatefulRedisClusterConnection<byte[], byte[]> connection)
      implements Publishing {
    /**
     * Any node may publish. A command without a key goes over the connection that is always there;
     * others are opened when they are needed first, and until then a client may refuse commands.
     */
    @Override
    public void publish(byte[] channel, byte[] message) {
      var arguments = new CommandArgs<>(ByteArrayCodec.INSTANCE).add(channel).add(message);
      var _ =
          connection
              .async()
              .dispatch(
                  CommandType.PUBLISH, new IntegerOutput<>(ByteArrayCodec.INSTANCE), arguments);
    }

    @Override
    public CompletionStage<Long> subscribers(byte[] channel) {
      CompletionStage<Long> sum = CompletableFuture.completedFuture(0L);
      for (var node : connection.getPartitions()) {
        var count =
            connection
                .getConnectionAsync(node.getUri().getHost(), node.getUri().getPort())
                .thenCompose(to -> ToOne.counted(to, channel));
        sum = sum.thenCombine(count, Long::sum);
      }
      return sum;
    }

    @Override
    public void close() {
      connection.close();
    }
  }
}
