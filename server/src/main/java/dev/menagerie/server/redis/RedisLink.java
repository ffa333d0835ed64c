package dev.menagerie.server.redis;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.StoreUnavailable.Store;
import dev.menagerie.server.game.UserId;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisConnectionStateAdapter;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.NestedMultiOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The connection to Redis, shared by all its users: one socket, pipelined. After a break the client
 * never repeats commands whose result is unknown; the caller decides.
 */
public final class RedisLink implements AutoCloseable {
  /** A healthy store answers in a millisecond; a second is a store in trouble. */
  static final Duration PATIENCE = Duration.ofSeconds(1);

  private final ClientResources resources;
  private final RedisClient client;
  private final StatefulRedisConnection<String, String> connection;

  private final LinkProbe probe;

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
   * Connects.
   *
   * @throws StoreUnavailable if Redis does not answer
   */
  public static RedisLink connect(RedisURI address) {
    var probe = new LinkProbe();
    var resources = RedisClients.resources(probe);
    var client = RedisClients.create(resources, address);
    try {
      return new RedisLink(resources, client, client.connect(), probe);
    } catch (RedisException e) {
      RedisClients.shutDown(resources, client);
      throw new StoreUnavailable(Store.REDIS, e);
    }
  }

  /** Connects to {@code redis://user:password@host:port}. */
  public static RedisLink connect(String url) {
    return connect(RedisURI.create(url));
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

  /** Calls back on a thread of the client after every reconnection. */
  void onConnected(Runnable listener) {
    client.addListener(
        new RedisConnectionStateAdapter() {
          @Override
          public void onRedisConnected(
              RedisChannelHandler<?, ?> connected, SocketAddress socketAddress) {
            listener.run();
          }
        });
  }

  /** The store's time. */
  Instant time() {
    return instant(RedisAnswers.await(commands().time()));
  }

  /** A reply to TIME: seconds and microseconds. */
  static Instant instant(List<String> secondsAndMicros) {
    return Instant.ofEpochSecond(Long.parseLong(secondsAndMicros.getFirst()))
        .plusNanos(Long.parseLong(secondsAndMicros.getLast()) * 1_000);
  }

  /** What watches the connections of this client. */
  public LinkProbe probe() {
    return probe;
  }

  /** Whether Redis answers now. */
  public boolean answers() {
    try {
      return "PONG".equals(RedisAnswers.await(commands().ping()));
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
    return RedisAnswers.await(start(script, keys, arguments));
  }

  /** {@link #run} for callers that may not block; completes on the client's thread. */
  CompletionStage<ScriptReply> start(Script script, List<String> keys, List<String> arguments) {
    return call(script, keys, arguments)
        .exceptionallyCompose(failure ->
            isUnknown(RedisAnswers.cause(failure))
                ? load(script).thenCompose(_ -> call(script, keys, arguments))
                : CompletableFuture.failedFuture(failure))
        .handle((values, failure) -> {
          if (failure != null) throw RedisAnswers.failure(RedisAnswers.cause(failure));
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
    for (var answer : rest) replies.add(new ScriptReply(RedisAnswers.await(answer)));
    return replies;
  }

  /** The keys and arguments of one run of a script. */
  record ScriptCall(List<String> keys, List<String> arguments) {}

  /** The arguments, most of a commit's bytes, are encoded here: the client has one thread. */
  private CompletionStage<List<Object>> call(
      Script script, List<String> keys, List<String> arguments) {
    var call = new CommandArgs<>(StringCodec.UTF8).add(script.name()).add(keys.size());
    call.addKeys(keys);
    for (var argument : arguments) call.add(argument.getBytes(StandardCharsets.UTF_8));
    return commands().dispatch(CommandType.FCALL, new NestedMultiOutput<>(StringCodec.UTF8), call);
  }

  /** Others may load it at the same time; they load the same. */
  private CompletionStage<String> load(Script script) {
    return commands().functionLoad(script.library(), true);
  }

  private static boolean isUnknown(Throwable failure) {
    return failure instanceof RedisCommandExecutionException refused
        && "ERR Function not found".equals(refused.getMessage());
  }

  @Override
  public void close() {
    connection.close();
    RedisClients.shutDown(resources, client);
  }
}
