package dev.menagerie.server.redis;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.StoreUnavailable.Store;
import dev.menagerie.server.game.UserId;
import dev.menagerie.socketio.netty.EventLoops;
import dev.menagerie.socketio.redis.RedisAdapter;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.NestedMultiOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * The connections to Redis, pipelined and shared by all their users: one for callers on any thread
 * and one for each event loop, whose commits are written and answered without leaving it. After a
 * break the client never repeats commands whose result is unknown; the caller decides.
 */
public final class RedisLink implements AutoCloseable {
  /** Longest wait for a reply; a healthy store answers within a millisecond. */
  static final Duration PATIENCE = Duration.ofSeconds(1);

  /** What Redis replies to a call of a script that it does not know. */
  static final String NOT_LOADED = "ERR Function not found";

  private final ClientResources resources;
  private final StoreClient client;
  private final List<OfLoop> loops = new ArrayList<>();
  private final LinkProbe probe;

  /** The client of one event loop. */
  private record OfLoop(EventExecutor loop, StoreClient client) {}

  private RedisLink(ClientResources resources, StoreClient client, LinkProbe probe) {
    this.probe = probe;
    this.resources = resources;
    this.client = client;
  }

  /**
   * Connects, for callers on any thread.
   *
   * @throws StoreUnavailable if Redis does not answer
   * @throws UnsupportedRedis if the address is one of a cluster and leads to none
   */
  public static RedisLink connect(RedisAddress address) {
    var probe = new LinkProbe();
    var resources = RedisClients.resources(probe, EventLoops.ofProcess());
    try {
      return new RedisLink(resources, RedisClients.connect(resources, address), probe);
    } catch (RedisException e) {
      RedisClients.shutDown(resources);
      throw new StoreUnavailable(Store.REDIS, e);
    } catch (UnsupportedRedis e) {
      RedisClients.shutDown(resources);
      throw e;
    }
  }

  /** Connects to an address as {@link RedisAddress#parse} reads it. */
  public static RedisLink connect(String url) {
    return connect(RedisAddress.parse(url));
  }

  /**
   * Connects, also on every event loop of this process.
   *
   * @throws StoreUnavailable if Redis does not answer
   */
  public static RedisLink connectLoops(String url) {
    var address = RedisAddress.parse(url);
    var link = connect(address);
    try {
      for (var loop : EventLoops.ofProcess()) link.connectLoop(address, loop);
      return link;
    } catch (RedisException e) {
      link.close();
      throw new StoreUnavailable(Store.REDIS, e);
    }
  }

  private void connectLoop(RedisAddress address, EventExecutor loop) {
    var own = RedisClients.onLoop(resources, (EventLoop) loop);
    loops.add(new OfLoop(loop, RedisClients.connect(own, address)));
  }

  /** Whether all keys of a command must have one hash tag. */
  boolean isCluster() {
    return client.isCluster();
  }

  RedisClusterAsyncCommands<String, String> commands() {
    return client.commands();
  }

  /** Sends a command to each master; the replies by the masters' names. */
  <T> Map<String, CompletionStage<T>> eachMaster(
      Function<RedisClusterAsyncCommands<String, String>, CompletionStage<T>> command) {
    return client.eachMaster(command);
  }

  /** Of these keys one for each master that has some. */
  List<String> oneForEachMaster(List<String> keys) {
    return client.oneForEachMaster(keys);
  }

  StatefulRedisPubSubConnection<String, String> pubSub() {
    try {
      return client.pubSub();
    } catch (RedisException e) {
      throw new StoreUnavailable(Store.REDIS, e);
    }
  }

  /** Broadcasts of Socket.IO between the nodes whose channels have this prefix. */
  public RedisAdapter adapter(String prefix) {
    try {
      return client.adapter(prefix);
    } catch (RedisException e) {
      throw new StoreUnavailable(Store.REDIS, e);
    }
  }

  /**
   * Calls back on another thread after every reconnection and every failover; the listener must not
   * block.
   */
  void onConnected(Runnable listener) {
    client.onConnected(listener);
    loops.forEach(own -> own.client().onConnected(listener));
  }

  /** The client of the caller's event loop, or the shared one. */
  private StoreClient clientHere() {
    for (var own : loops) {
      if (own.loop().inEventLoop()) return own.client();
    }
    return client;
  }

  /** The store's time. */
  Instant time() {
    return instant(RedisReplies.await(commands().time()));
  }

  /** A reply to TIME: seconds and microseconds. */
  static Instant instant(List<String> secondsAndMicros) {
    return Instant.ofEpochSecond(Long.parseLong(secondsAndMicros.getFirst()))
        .plusNanos(Long.parseLong(secondsAndMicros.getLast()) * 1_000);
  }

  /** The probe of this client's connections. */
  public LinkProbe probe() {
    return probe;
  }

  /** Whether Redis replies now. */
  public boolean isReachable() {
    try {
      return "PONG".equals(RedisReplies.await(commands().ping()));
    } catch (StoreUnavailable e) {
      return false;
    }
  }

  /**
   * Makes sure that scripts can run at all: Redis has functions from version 7 on, not every user
   * may call them, and a node of a cluster has some of the keys only.
   *
   * @throws UnsupportedRedis with what Redis says
   */
  public void requireFunctions() {
    if (!isCluster() && isNodeOfCluster()) throw UnsupportedRedis.cluster();
    try {
      run(Script.CONFIRM, List.of(Keys.connectionOf(new UserId("nobody"))), List.of("1", ""));
    } catch (RedisCommandExecutionException e) {
      throw new UnsupportedRedis(e);
    }
  }

  private boolean isNodeOfCluster() {
    try {
      return RedisReplies.await(commands().info("server")).contains("redis_mode:cluster");
    } catch (RedisCommandExecutionException notAllowed) {
      return false;
    }
  }

  /** Runs a script in one round trip, three when Redis does not know it yet. */
  ScriptReply run(Script script, List<String> keys, List<String> arguments) {
    return RedisReplies.await(start(script, keys, arguments));
  }

  /**
   * {@link #run} for callers that may not block; completes on an event loop: the caller's, if it is
   * on one.
   */
  CompletionStage<ScriptReply> start(Script script, List<String> keys, List<String> arguments) {
    return call(script, keys, arguments)
        .exceptionallyCompose(failure ->
            isUnknown(RedisReplies.cause(failure))
                ? load(script, keys.getFirst()).thenCompose(_ -> call(script, keys, arguments))
                : CompletableFuture.failedFuture(failure))
        .handle((values, failure) -> {
          if (failure != null) throw RedisReplies.failure(RedisReplies.cause(failure));
          return new ScriptReply(values);
        });
  }

  /**
   * Runs a script once for each of these, all in one go: two round trips, whatever their number,
   * where Redis knows it.
   *
   * @param calls keys and arguments of each call
   */
  List<ScriptReply> runEach(Script script, List<ScriptCall> calls) {
    if (calls.isEmpty()) return List.of();
    // The first one alone: mostly it loads the script for all.
    var first = run(script, calls.getFirst().keys(), calls.getFirst().arguments());
    var rest = new ArrayList<CompletionStage<ScriptReply>>();
    for (var next : calls.subList(1, calls.size())) {
      rest.add(start(script, next.keys(), next.arguments()));
    }
    var replies = new ArrayList<ScriptReply>();
    replies.add(first);
    for (var reply : rest) replies.add(RedisReplies.await(reply));
    return replies;
  }

  /**
   * What may share one call of a script: all of these, or in a cluster each by itself, as their
   * keys may be in different slots.
   */
  <T> List<List<T>> perCall(Collection<T> parts) {
    if (parts.isEmpty()) return List.of();
    return isCluster() ? parts.stream().map(List::of).toList() : List.of(List.copyOf(parts));
  }

  /** The keys and arguments of one run of a script. */
  record ScriptCall(List<String> keys, List<String> arguments) {}

  /** The arguments, most of a commit's bytes, are encoded on the caller's thread. */
  private CompletionStage<List<Object>> call(
      Script script, List<String> keys, List<String> arguments) {
    var call = new CommandArgs<>(StringCodec.UTF8).add(script.name()).add(keys.size());
    call.addKeys(keys);
    for (var argument : arguments) call.add(argument.getBytes(StandardCharsets.UTF_8));
    return clientHere()
        .commands()
        .dispatch(CommandType.FCALL, new NestedMultiOutput<>(StringCodec.UTF8), call);
  }

  /**
   * Loads a script where a key is. Other nodes may load the same library at the same time, without
   * harm.
   */
  private CompletionStage<String> load(Script script, String key) {
    return client.master(key).thenCompose(to -> to.functionLoad(script.library(), true));
  }

  private static boolean isUnknown(Throwable failure) {
    return failure instanceof RedisCommandExecutionException refused
        && NOT_LOADED.equals(refused.getMessage());
  }

  @Override
  public void close() {
    loops.forEach(own -> own.client().close());
    client.close();
    RedisClients.shutDown(resources);
  }
}
