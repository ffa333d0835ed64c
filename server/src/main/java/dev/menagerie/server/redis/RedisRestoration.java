package dev.menagerie.server.redis;

import dev.menagerie.codec.Sha256;
import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.StoreUnavailable.Store;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Head;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.game.StoreRun;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.recovery.RestorableGame;
import dev.menagerie.server.recovery.Restoration;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads a restarted Redis and restores its games. */
public final class RedisRestoration implements Restoration {
  /** Games asked about in one call: some 0.1 ms in which Redis does nothing else. */
  private static final int AT_ONCE = 256;

  /** Longer than a recovery takes. */
  private static final Duration PREFERRED_FOR = Duration.ofMinutes(1);

  private final RedisLink link;
  private final UserGamesIndex users;

  /** Restores games into the Redis behind this link. */
  public RedisRestoration(RedisLink link) {
    this.link = link;
    this.users = new UserGamesIndex(link);
  }

  /** The process, and the data in it: either may be another while the other stays. */
  @Override
  public StoreRun run() {
    if (!link.isCluster()) return StoreRun.of(incarnated(Keys.INCARNATION));
    var asked = link.runEach(Script.RUN, Partition.all().stream().map(this::ofRun).toList());
    var own = new TreeMap<Partition, String>();
    for (var partition : Partition.all()) {
      var reply = asked.get(partition.value());
      own.put(partition, run(reply).orElseGet(() -> run(partition)));
    }
    return new StoreRun("cluster-" + HexFormat.of().formatHex(Sha256.of(own.toString())), own);
  }

  @Override
  public String run(Partition partition) {
    return incarnated(incarnationOf(partition));
  }

  private String incarnationOf(Partition partition) {
    return link.isCluster() ? Keys.incarnation(partition) : Keys.INCARNATION;
  }

  private RedisLink.ScriptCall ofRun(Partition partition) {
    return new RedisLink.ScriptCall(List.of(Keys.incarnation(partition)), List.of());
  }

  private String incarnated(String key) {
    var stored = run(link.run(Script.RUN, List.of(key), List.of()));
    if (stored.isPresent()) return stored.get();
    RedisReplies.await(link.commands().set(key, NodeId.fresh().value(), SetArgs.Builder.nx()));
    return run(link.run(Script.RUN, List.of(key), List.of()))
        .orElseThrow(() -> new StoreUnavailable(Store.REDIS, new IllegalStateException("emptied")));
  }

  /** Empty where the data has no incarnation yet. */
  private static Optional<String> run(ScriptReply reply) {
    if (reply.text(1).isEmpty()) throw new IllegalStateException("Redis does not tell its run id");
    return ScriptReply.optional(reply.text(2)).map(data -> reply.text(1) + "-" + data);
  }

  private static Optional<String> nonEmpty(RedisFuture<String> asked) {
    return RedisReplies.await(asked.thenApply(Optional::ofNullable));
  }

  @Override
  public void onReconnect(Runnable listener) {
    link.onConnected(listener);
  }

  @Override
  public Optional<String> certified(Partition partition) {
    return RedisReplies.await(
        link.commands().get(Keys.certificate(partition)).thenApply(Optional::ofNullable));
  }

  /** All questions are on their way before the first is answered. */
  @Override
  public Set<Partition> certified(StoreRun run) {
    var commands = link.commands();
    var asked = new TreeMap<Partition, RedisFuture<String>>();
    for (var partition : Partition.all()) {
      asked.put(partition, commands.get(Keys.certificate(partition)));
    }
    asked
        .entrySet()
        .removeIf(reply -> !nonEmpty(reply.getValue()).equals(Optional.of(run.of(reply.getKey()))));
    return asked.keySet();
  }

  @Override
  public boolean certify(Partition partition, StoreRun run) {
    boolean certified =
        link.run(
                Script.CERTIFY,
                List.of(Keys.certificate(partition), incarnationOf(partition)),
                List.of(run.of(partition)))
            .word()
            .equals("OK");
    // Games of it may be in another epoch now: nodes that follow some compare their heads at once.
    if (certified)
      RedisReplies.await(link.commands().publish(Keys.HINTS, "C " + partition.value()));
    return certified;
  }

  @Override
  public Optional<Head> observed(GameId game) {
    return Optional.ofNullable(observed(List.of(game)).get(game));
  }

  @Override
  public Map<GameId, Head> observed(List<GameId> games) {
    var found = new HashMap<GameId, Head>();
    for (int from = 0; from < games.size(); from += AT_ONCE) {
      var some = games.subList(from, Math.min(games.size(), from + AT_ONCE));
      var heads = link.run(Script.HEADS, some.stream().map(Keys::game).toList(), List.of());
      for (int i = 0; i < some.size(); i++) {
        int at = 1 + 3 * i;
        if (!heads.text(at).isEmpty()) found.put(some.get(i), heads.head(at));
      }
    }
    return found;
  }

  /** One call: Redis writes its file once for all of them, which is what takes the time. */
  @Override
  public boolean restore(List<RestorableGame> games, Map<GameId, Head> observed) {
    if (games.isEmpty()) return true;
    var keys = new ArrayList<String>();
    var arguments = new ArrayList<String>();
    keys.add(Keys.deadlines(Partition.of(games.getFirst().game())));
    arguments.add(Keys.HINTS);
    for (var game : games) {
      keys.add(Keys.game(game.game()));
      keys.add(Keys.formerLog(game.game()));
      var own = arguments(game, Optional.ofNullable(observed.get(game.game())));
      arguments.add(Integer.toString(own.size()));
      arguments.addAll(own);
    }
    var reply = link.run(Script.RESTORE, keys, arguments);
    var restored = new LinkedHashMap<GameId, List<UserId>>();
    for (int i = 0; i < games.size(); i++) {
      if (reply.text(i).equals("OK")) restored.put(games.get(i).game(), games.get(i).players());
    }
    users.add(restored);
    return restored.size() == games.size();
  }

  @Override
  public void prefer(Partition partition) {
    var commands = link.commands();
    var added = commands.sadd(Keys.PREFERRED, Integer.toString(partition.value()));
    RedisReplies.await(commands.pexpire(Keys.PREFERRED, PREFERRED_FOR.toMillis()));
    RedisReplies.await(added);
  }

  @Override
  public Set<Partition> preferred() {
    return RedisReplies.await(link.commands().smembers(Keys.PREFERRED)).stream()
        .map(number -> new Partition(Integer.parseInt(number)))
        .collect(Collectors.toSet());
  }

  private static List<String> arguments(RestorableGame game, Optional<Head> observed) {
    var arguments = new ArrayList<String>();
    arguments.add(game.game().value());
    arguments.add(observed.map(head -> Integer.toString(head.epoch())).orElse(""));
    arguments.add(observed.map(head -> Long.toString(head.version())).orElse(""));
    arguments.add(observed.map(Head::digest).orElse(""));
    arguments.add(Integer.toString(game.head().epoch()));
    arguments.add(Long.toString(game.head().version()));
    arguments.add(game.head().digest());
    arguments.add(game.header());
    arguments.add(Long.toString(game.snapshotVersion()));
    arguments.add(game.snapshot());
    arguments.add(EntryFields.players(game.players()));
    arguments.add(Long.toString(game.clock().number()));
    arguments.add(millis(game.clock().left()));
    arguments.add(millis(game.clock().paused()));
    arguments.add(Long.toString(game.at().toEpochMilli()));
    for (var record : game.records()) {
      arguments.add(EntryFields.recordAt(record.version()));
      arguments.add(record.version() + ":" + record.at().toEpochMilli() + ":" + record.record());
    }
    for (var committed : game.requests()) {
      arguments.add(EntryFields.request(committed.request()));
      arguments.add(
          committed.epoch() + ":" + committed.version() + ":" + committed.request().payloadHash());
    }
    game.replies()
        .forEach((version, reply) -> {
          arguments.add(EntryFields.replyAt(version));
          arguments.add(version + ":" + reply);
        });
    return arguments;
  }

  private static String millis(Optional<Duration> time) {
    return time.map(left -> Long.toString(left.toMillis())).orElse("");
  }

  @Override
  public List<GameId> running(Partition partition) {
    var members = link.commands().zrange(Keys.deadlines(partition), 0, -1);
    return RedisReplies.await(members).stream().map(GameId::new).toList();
  }

  @Override
  public void forget(List<GameId> games) {
    var commands = link.commands();
    for (var game : games) {
      var _ = commands.zrem(Keys.deadlines(Partition.of(game)), game.value());
      RedisReplies.await(commands.del(Keys.game(game), Keys.formerLog(game)));
    }
  }
}
