package dev.menagerie.socketio.redis;

import dev.menagerie.socketio.Adapter;
import dev.menagerie.socketio.BroadcastTarget;
import dev.menagerie.socketio.RemoteSocket;
import dev.menagerie.socketio.engineio.EncodedPacket;
import dev.menagerie.socketio.engineio.SessionIds;
import io.lettuce.core.RedisClient;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Nodes that hear of each other over Redis publish and subscribe, one channel a namespace. Nothing
 * is stored: rooms live on the nodes of their sockets, so a node that dies leaves nothing behind. A
 * message published while a node is cut off from Redis does not reach that node; an application
 * that needs more than that keeps a log of its own.
 */
public final class RedisAdapter implements Adapter {
  /** A node that takes longer to list its sockets is as good as gone. */
  private static final Duration FETCH_TIMEOUT = Duration.ofSeconds(2);

  /** Answers that are awaited at once; more would mean that no node answers. */
  private static final int MAX_FETCHES = 1_000;

  private final String prefix;
  private final String node = SessionIds.next();
  private final Publishing publishing;
  private final StatefulRedisPubSubConnection<byte[], byte[]> hearing;
  private final ConcurrentMap<String, Peer> peers = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Fetch> fetches = new ConcurrentHashMap<>();

  private RedisAdapter(
      Publishing publishing, StatefulRedisPubSubConnection<byte[], byte[]> hearing, String prefix) {
    this.prefix = prefix;
    this.publishing = publishing;
    this.hearing = hearing;
    hearing.addListener(
        new RedisPubSubAdapter<>() {
          @Override
          public void message(byte[] channel, byte[] message) {
            received(new String(channel, StandardCharsets.UTF_8), message);
          }
        });
  }

  /**
   * Connects to Redis with this client, which the caller shuts down.
   *
   * @param prefix of all channel names; servers with the same prefix are one cluster
   */
  public static RedisAdapter over(RedisClient client, String prefix) {
    var publishing = client.connect(ByteArrayCodec.INSTANCE);
    return new RedisAdapter(
        new Publishing.ToOne(publishing), client.connectPubSub(ByteArrayCodec.INSTANCE), prefix);
  }

  /**
   * Connects to a Redis Cluster with this client, which the caller shuts down.
   *
   * @param prefix of all channel names; servers with the same prefix are one cluster
   */
  public static RedisAdapter over(RedisClusterClient client, String prefix) {
    var publishing = client.connect(ByteArrayCodec.INSTANCE);
    return new RedisAdapter(
        new Publishing.ToCluster(publishing),
        client.connectPubSub(ByteArrayCodec.INSTANCE),
        prefix);
  }

  private String channel(Peer peer) {
    return prefix + ":" + peer.namespace();
  }

  @Override
  public void start(Peer peer) {
    peers.put(channel(peer), peer);
    hearing.sync().subscribe(channel(peer).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void broadcast(Peer from, BroadcastTarget target, List<EncodedPacket> frames) {
    publish(from, new AdapterMessage.Deliver(node, target, frames));
  }

  @Override
  public void change(Peer from, BroadcastTarget target, Change change) {
    publish(from, new AdapterMessage.Apply(node, target, change));
  }

  @Override
  public CompletionStage<List<RemoteSocket>> fetch(Peer from, BroadcastTarget target) {
    if (fetches.size() >= MAX_FETCHES) {
      return CompletableFuture.failedFuture(new FetchFailed("too many fetches are under way"));
    }
    String id = SessionIds.next();
    byte[] channel = channel(from).getBytes(StandardCharsets.UTF_8);
    return publishing
        .subscribers(channel)
        .thenCompose(nodes -> {
          long others = nodes - 1;
          if (others <= 0) {
            return CompletableFuture.completedFuture(List.<RemoteSocket>of());
          }
          var fetch = new Fetch(others);
          fetches.put(id, fetch);
          publish(from, new AdapterMessage.Find(node, id, target));
          return fetch
              .found
              .orTimeout(FETCH_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
              .whenComplete((found, failure) -> fetches.remove(id));
        });
  }

  private void publish(Peer peer, AdapterMessage note) {
    publishing.publish(channel(peer).getBytes(StandardCharsets.UTF_8), note.encoded());
  }

  private void received(String channel, byte[] message) {
    @Nullable Peer peer = peers.get(channel);
    Optional<AdapterMessage> note = AdapterMessage.decoded(message);
    if (peer == null || note.isEmpty() || note.get().node().equals(node)) {
      return;
    }
    switch (note.get()) {
      case AdapterMessage.Deliver deliver -> peer.deliver(deliver.target(), deliver.frames());
      case AdapterMessage.Apply apply -> peer.apply(apply.target(), apply.change());
      case AdapterMessage.Find find ->
          publish(peer, new AdapterMessage.Found(node, find.id(), peer.find(find.target())));
      case AdapterMessage.Found found -> {
        Fetch fetch = fetches.get(found.id());
        if (fetch != null) {
          fetch.add(found.sockets());
        }
      }
    }
  }

  @Override
  public void close() {
    hearing.close();
    publishing.close();
    fetches.values().forEach(fetch -> fetch.found.completeExceptionally(new FetchFailed("closed")));
  }

  /** Answers that are still to come from other nodes. */
  private static final class Fetch {
    private final CompletableFuture<List<RemoteSocket>> found = new CompletableFuture<>();
    private final List<RemoteSocket> sockets = new ArrayList<>();
    private long missing;

    Fetch(long nodes) {
      missing = nodes;
    }

    synchronized void add(List<RemoteSocket> more) {
      sockets.addAll(more);
      missing--;
      if (missing == 0) {
        found.complete(List.copyOf(sockets));
      }
    }
  }

  /** Not every other node reported its sockets. */
  public static final class FetchFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FetchFailed(String why) {
      super(why);
    }
  }
}
