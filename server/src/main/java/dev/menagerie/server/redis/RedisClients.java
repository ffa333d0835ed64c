package dev.menagerie.server.redis;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateAdapter;
import io.lettuce.core.RedisException;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SocketOptions.TcpUserTimeoutOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import io.lettuce.core.resource.EpollProvider;
import io.lettuce.core.resource.EventLoopGroupProvider;
import io.lettuce.core.resource.NettyCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.netty.util.concurrent.EventExecutorGroup;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the client library is set up: threads, limits, reconnecting. */
final class RedisClients {
  /**
   * What Lettuce says of a connection that Redis refused and closed before Lettuce had begun to
   * wait for the reply, which was the reason.
   */
  private static final String CLOSED_EARLY = "RedisHandshakeHandler not registered";

  /** Attempts at a connection whose refusal came without its reason. */
  private static final int ATTEMPTS = 3;

  private static final Logger LOG = LoggerFactory.getLogger(RedisClients.class);

  private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(2);

  /** Upper bound on unanswered commands; further ones are refused. */
  private static final int MAX_OUTSTANDING = 20_000;

  /** Commands written in one system call, about 4 KB each: what a socket takes at once. */
  private static final int MAX_TOGETHER = 64;

  /** A store that is back is used again at once, not after the client's half minute. */
  private static final Delay BETWEEN_RECONNECTS = Delay.constant(Duration.ofMillis(200));

  /** The least time between two questions for a cluster's topology after something failed. */
  private static final Duration BETWEEN_ADAPTIVE_REFRESHES = Duration.ofMillis(500);

  /** Between questions for a cluster's topology where nothing fails. */
  private static final Duration BETWEEN_REFRESHES = Duration.ofSeconds(30);

  /** What a Redis that is not a cluster replies to a question for its topology. */
  private static final Pattern NO_CLUSTER = Pattern.compile("cluster support disabled");

  /** Packets unacknowledged for this long mean a broken connection; connect again. */
  private static final Duration UNACKNOWLEDGED = Duration.ofSeconds(3);

  static {
    // Read by the first use of the client, which warns at every start where it could have both.
    System.setProperty("io.lettuce.core.iouring", "false");
  }

  private RedisClients() {}

  /** Threads and sockets of one client on these loops, which the probe watches. */
  static ClientResources resources(LinkProbe probe, EventLoopGroup loops) {
    return ClientResources.builder()
        .eventLoopGroupProvider(new SharedLoops(loops))
        .reconnectDelay(BETWEEN_RECONNECTS)
        .nettyCustomizer(new WrittenTogether(probe))
        .build();
  }

  /** The same on one loop. */
  static ClientResources onLoop(ClientResources all, EventLoop loop) {
    return all.mutate().eventLoopGroupProvider(new SharedLoops(loop)).build();
  }

  /**
   * A connected client of one Redis or of a cluster.
   *
   * @throws RedisException if Redis does not answer
   */
  static StoreClient connect(ClientResources resources, RedisAddress address) {
    return address.isCluster() ? cluster(resources, address) : single(resources, address);
  }

  private static StoreClient single(ClientResources resources, RedisAddress address) {
    var client = RedisClient.create(resources, address.uris().getFirst());
    client.setOptions(options(address));
    client.addListener(new NeverEvicted());
    try {
      return new SingleClient(client, connected(client::connect));
    } catch (RedisException e) {
      shutDown(client);
      throw e;
    }
  }

  private static StoreClient cluster(ClientResources resources, RedisAddress address) {
    var client = RedisClusterClient.create(resources, address.uris());
    client.setOptions(
        ClusterClientOptions.builder(options(address))
            .topologyRefreshOptions(topologyRefresh())
            .build());
    client.addListener(new NeverEvicted());
    try {
      return new ClusterClient(client, connected(client::connect));
    } catch (RedisException e) {
      shutDown(client);
      if (NO_CLUSTER.matcher(String.valueOf(e.getCause())).find())
        throw UnsupportedRedis.noCluster();
      throw e;
    }
  }

  /** Tries again where the reason for a refusal was lost: the next attempt nearly always has it. */
  private static <T> T connected(Supplier<T> connect) {
    for (int left = ATTEMPTS - 1; ; left--) {
      try {
        return connect.get();
      } catch (RedisException e) {
        if (left == 0 || !isReasonLost(e)) throw e;
      }
    }
  }

  private static boolean isReasonLost(RedisException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (CLOSED_EARLY.equals(cause.getMessage())) return true;
    }
    return false;
  }

  /** A node that answers for other slots, or not at all, makes the client ask at once. */
  private static ClusterTopologyRefreshOptions topologyRefresh() {
    return ClusterTopologyRefreshOptions.builder()
        .adaptiveRefreshTriggersTimeout(BETWEEN_ADAPTIVE_REFRESHES)
        .enablePeriodicRefresh(BETWEEN_REFRESHES)
        .build();
  }

  /** Gives a client loops that are not its own: they outlive it. */
  private record SharedLoops(EventLoopGroup loops) implements EventLoopGroupProvider {
    @Override
    @SuppressWarnings("unchecked") // the type only names the kind of transport, which is the same
    public <T extends EventLoopGroup> T allocate(Class<T> type) {
      return (T) loops;
    }

    @Override
    public int threadPoolSize() {
      return 1;
    }

    @Override
    public Future<Boolean> release(
        EventExecutorGroup group, long quietPeriod, long timeout, TimeUnit unit) {
      return GlobalEventExecutor.INSTANCE.newSucceededFuture(true);
    }

    @Override
    public Future<Boolean> shutdown(long quietPeriod, long timeout, TimeUnit unit) {
      return GlobalEventExecutor.INSTANCE.newSucceededFuture(true);
    }
  }

  /** Ends a client whose threads others use, within a second. */
  static void shutDown(AbstractRedisClient client) {
    client.shutdown(0, 1, TimeUnit.SECONDS);
  }

  /** Ends the threads of clients that are closed, within a second. */
  static void shutDown(ClientResources resources) {
    var _ = resources.shutdown(0, 1, TimeUnit.SECONDS);
  }

  private static ClientOptions options(RedisAddress address) {
    var tls = SslOptions.builder().jdkSslProvider();
    address.trust().ifPresent(tls::trustManager);
    return ClientOptions.builder()
        .autoReconnect(true)
        .replayFilter(_ -> true) // true removes a command from those sent again
        .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
        .requestQueueSize(MAX_OUTSTANDING)
        .timeoutOptions(TimeoutOptions.enabled(RedisLink.PATIENCE))
        .socketOptions(socketOptions())
        .sslOptions(tls.build())
        .build();
  }

  /** The kernel's limit for unacknowledged bytes can be set by the native transport only. */
  private static SocketOptions socketOptions() {
    var options = SocketOptions.builder().connectTimeout(CONNECT_PATIENCE).keepAlive(true);
    if (EpollProvider.isAvailable()) {
      options.tcpUserTimeout(
          TcpUserTimeoutOptions.builder().enable().tcpUserTimeout(UNACKNOWLEDGED).build());
    }
    return options.build();
  }

  /** Writes queued commands in one system call, as the server reads them. */
  private record WrittenTogether(LinkProbe probe) implements NettyCustomizer {
    @Override
    public void afterChannelInitialized(Channel channel) {
      probe.afterChannelInitialized(channel);
      channel.pipeline().addFirst(new FlushConsolidationHandler(MAX_TOGETHER, true));
    }
  }

  /**
   * Asks Redis to keep this connection when clients hold too much memory. A Redis older than 7, or
   * one that refuses this user, disconnects the largest client instead.
   */
  private static final class NeverEvicted extends RedisConnectionStateAdapter {
    @Override
    public void onRedisConnected(RedisChannelHandler<?, ?> connected, SocketAddress address) {
      if (connected instanceof StatefulRedisPubSubConnection) return;
      if (connected instanceof StatefulRedisConnection<?, ?> link) {
        var _ =
            link.async()
                .clientNoEvict(true)
                .exceptionally(refused -> {
                  LOG.debug("Redis does not exempt this connection from eviction", refused);
                  return null;
                });
      }
    }
  }
}
