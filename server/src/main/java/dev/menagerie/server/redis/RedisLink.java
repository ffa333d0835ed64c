package dev.menagerie.server.redis;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.StoreUnavailable.Store;
import dev.menagerie.server.game.UserId;
import dev.menagerie.socketio.netty.EventLoops;
import dev.menagerie.socketio.redis.RedisAdapter;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisConnectionStateAdapter;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.NestedMultiOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The connections to Redis, pipelined and shared by all their users: one for callers on any thread
 * and one for each event loop, whose commits are written and answered without leaving it. After a
 * break the client never repeats commands whose result is unknown; the caller decides.
 */
public final class RedisLink implements AutoCloseable {
  /** Longest wait for a reply; a healthy store answers within a millisecond. */
  static final Duration PATIENCE = Duration.ofSeconds(1);

  private final ClientResources resources;
  private final RedisClient client;
  private final StatefulRedisConnection<String, String> connection;
  private final List<OfLoop> loops = new ArrayList<>();
  private final LinkProbe probe;

  /** The client and connection of one event loop. */
  private record OfLoop(
      EventExecutor loop, RedisClient client, StatefulRedisConnection<String, String> connection) {}

  private RedisLink(
      ClientResources resources,
      RedisClient client,
      StatefulRedisConnection<String, String> connection,
      LinkProbe probe) {
    this.probe = probe;
    this.resources = resources;
    this.client = client;
    this.connection = connection;
  }

  /**
   * Connects, for callers on any thread.
   *
   * @throws StoreUnavailable if Redis does not answer
   */
  public static RedisLink connect(RedisAddress address) {
    var probe = new LinkProbe();
    var resources = RedisClients.resources(probe, EventLoops.ofProcess());
    var client = RedisClients.create(resources, address);
    try {
      return new RedisLink(resources, client, client.connect(), probe);
    } catch (RedisException e) {
      RedisClients.shutDown(resources, client);
      throw new StoreUnavailable(Store.REDIS, e);
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
    var own = RedisClients.create(RedisClients.onLoop(resources, (EventLoop) loop), address);
    try {
      loops.add(new OfLoop(loop, own, own.connect()));
    } catch (RedisException e) {
      RedisClients.shutDown(own);
      throw e;
    }
  }

  RedisAsyncCommands<String, String> commands() {
    return connection.async();
  }

  StatefulRedisPubSubConnection<String, String> pubSub() {
    try {
      return client.connectPubSub();
    } catch (RedisException e) {
      throw new StoreUnavailable(Store.REDIS, e);
    }
  }

  /** Broadcasts of Socket.IO between the nodes whose channels have this prefix. */
  public RedisAdapter adapter(String prefix) {
    try {
      return RedisAdapter.over(client, prefix);
    } catch (RedisException e) {
      throw new StoreUnavailable(Store.REDIS, e);
    }
  }

  /** Calls back on an event loop after every reconnection; the listener must not block. */
  void onConnected(Runnable listener) {
    var adapter =
        new RedisConnectionStateAdapter() {
          @Override
          public void onRedisConnected(
              RedisChannelHandler<?, ?> connected, SocketAddress socketAddress) {
            listener.run();
          }
        };
    client.addListener(adapter);
    loops.forEach(own -> own.client().addListener(adapter));
  }

  /** The connection of the caller's event loop, or the shared one. */
  private RedisAsyncCommands<String, String> commandsHere() {
    for (var own : loops) {
      if (own.loop().inEventLoop()) return own.connection().async();
    }
    return commands();
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
   * Makes sure that scripts can run at all: Redis has functions from version 7 on, and not every
   * user may call them.
   *
   * @throws UnsupportedRedis with what Redis says
   */
  public void requireFunctions() {
    try {
      run(Script.CONFIRM, List.of(Keys.connectionOf(new UserId("nobody"))), List.of("", "1"));
    } catch (RedisCommandExecutionException e) {
      throw new UnsupportedRedis(e);
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
                ? load(script).thenCompose(_ -> call(script, keys, arguments))
                : CompletableFuture.failedFuture(failure))
        .handle((values, failure) -> {
          if (failure != null) throw RedisReplies.failure(RedisReplies.cause(failure));
          return new ScriptReply(values);
        });
  }

  /**
   * Runs a script once for each of these, all in one go: two round trips, whatever their number.
   *
   * @param calls keys and arguments of each call
   */
  List<ScriptReply> runEach(Script script, List<ScriptCall> calls) {
    if (calls.isEmpty()) return List.of();
    // The first one alone: it loads the script where Redis does not know it.
    var first = run(script, calls.getFirst().keys(), calls.getFirst().arguments());
    var rest = new ArrayList<CompletionStage<List<Object>>>();
    for (var next : calls.subList(1, calls.size())) {
      rest.add(call(script, next.keys(), next.arguments()));
    }
    var replies = new ArrayList<ScriptReply>();
    replies.add(first);
    for (var reply : rest) replies.add(new ScriptReply(RedisReplies.await(reply)));
    return replies;
  }

  /** The keys and arguments of one run of a script. */
  record ScriptCall(List<String> keys, List<String> arguments) {}

  /** The arguments, most of a commit's bytes, are encoded on the caller's thread. */
  private CompletionStage<List<Object>> call(
      Script script, List<String> keys, List<String> arguments) {
    var call = new CommandArgs<>(StringCodec.UTF8).add(script.name()).add(keys.size());
    call.addKeys(keys);
    for (var argument : arguments) call.add(argument.getBytes(StandardCharsets.UTF_8));
    return commandsHere()
        .dispatch(CommandType.FCALL, new NestedMultiOutput<>(StringCodec.UTF8), call);
  }

  /** Other nodes may load the same library at the same time, without harm. */
  private CompletionStage<String> load(Script script) {
    return commands().functionLoad(script.library(), true);
  }

  private static boolean isUnknown(Throwable failure) {
    return failure instanceof RedisCommandExecutionException refused
        && "ERR Function not found".equals(refused.getMessage());
  }

  @Override
  public void close() {
    loops.forEach(own -> RedisClients.shutDown(own.client()));
    connection.close();
    RedisClients.shutDown(resources, client);
  }
}
