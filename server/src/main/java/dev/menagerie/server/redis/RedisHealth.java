package dev.menagerie.server.redis;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.StoreUnavailable.Store;
import dev.menagerie.server.game.Partition;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.async.RedisServerAsyncCommands;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Whether Redis works now and keeps what it acknowledges. */
public record RedisHealth(RedisLink link) {
  private static final String FSYNC = "appendfsync";

  private static final long PROBE_MILLIS = 60_000;

  /** Policies that never drop a key by themselves. */
  private static final Set<String> KEEPING = Set.of("noeviction");

  /** Prefixes of refused writes and their meaning. */
  private static final Map<String, String> REFUSALS =
      Map.of(
          "OOM", "out of memory",
          "READONLY", "read-only",
          "MISCONF", "cannot write to its disk",
          "LOADING", "loading its data",
          "NOREPLICAS", "without enough replicas",
          "MASTERDOWN", "without its master",
          "CLUSTERDOWN", "cluster down");

  /**
   * Tries to write to every master, since a Redis that refuses writes still answers PING.
   *
   * @return "up", "down", or what keeps one from writing
   */
  public String state() {
    try {
      var kept = SetArgs.Builder.px(PROBE_MILLIS);
      link.oneForEachMaster(probes()).stream()
          .map(key -> link.commands().set(key, "1", kept))
          .toList()
          .forEach(RedisReplies::await);
      return "up";
    } catch (StoreUnavailable | RedisCommandExecutionException e) {
      return refusal(e);
    }
  }

  private List<String> probes() {
    if (!link.isCluster()) return List.of(Keys.HEALTH);
    return Partition.all().stream().map(Keys::health).toList();
  }

  private static String refusal(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String word = String.valueOf(cause.getMessage()).split(" ", 2)[0].toUpperCase(Locale.ROOT);
      if (REFUSALS.containsKey(word)) return REFUSALS.get(word);
    }
    return "down";
  }

  /**
   * Settings with which Redis may lose acknowledged writes.
   *
   * @param unsafe reasons not to use it
   * @param doubtful reasons for a warning
   */
  public record Durability(List<String> unsafe, List<String> doubtful) {
    /** Everything, the worst first. */
    public List<String> all() {
      var all = new ArrayList<>(unsafe);
      all.addAll(doubtful);
      return List.copyOf(all);
    }
  }

  /**
   * Reads the settings of every master, as far as its user may.
   *
   * @throws StoreUnavailable when one does not answer, or is loading its data
   */
  public Durability durability() {
    var unsafe = new ArrayList<String>();
    var doubtful = new ArrayList<String>();
    try {
      link.eachMaster(RedisHealth::settings)
          .forEach((master, reply) ->
              judge(
                  link.isCluster() ? "Redis at " + master : "Redis",
                  RedisReplies.await(reply),
                  unsafe,
                  doubtful));
    } catch (RedisCommandExecutionException notAllowed) {
      doubtful.add("Redis does not let its user run INFO: whether it is durable is not known");
    }
    return new Durability(List.copyOf(unsafe), List.copyOf(doubtful));
  }

  private static void judge(
      String redis, Map<String, String> settings, List<String> unsafe, List<String> doubtful) {
    // Redis reports its file as off while it reads it.
    if ("1".equals(settings.get("loading"))) {
      throw new StoreUnavailable(
          Store.REDIS, new IllegalStateException(redis + " is loading its data"));
    }
    boolean hasFile = !"0".equals(settings.get("aof_enabled"));
    if (!hasFile) {
      unsafe.add(redis + " keeps no append-only file: set appendonly yes and appendfsync always");
    }
    var policy = settings.getOrDefault("maxmemory_policy", "noeviction");
    if (!KEEPING.contains(policy)) {
      unsafe.add(
          redis
              + " may evict games (maxmemory-policy "
              + policy
              + "): set maxmemory-policy noeviction");
    }
    if ("err".equals(settings.get("aof_last_write_status"))) {
      doubtful.add(redis + " could not write its append-only file: see its log");
    }
    Optional.ofNullable(settings.get(FSYNC))
        .filter(mode -> hasFile && !mode.equals("always"))
        .ifPresent(mode ->
            doubtful.add(
                redis
                    + " writes its file to disk later than it answers (appendfsync "
                    + mode
                    + "): a crash of its machine loses acknowledged actions; set appendfsync"
                    + " always"));
  }

  /**
   * How far Redis's clock is ahead of this machine's; negative when it is behind. Of several
   * masters' clocks the one that differs most.
   *
   * @param own this machine's clock
   * @throws StoreUnavailable when one does not answer
   */
  public Duration clockSkew(InstantSource own) {
    return link.eachMaster(RedisServerAsyncCommands::time).values().stream()
        .map(reply -> Duration.between(own.instant(), RedisLink.instant(RedisReplies.await(reply))))
        .max(Comparator.comparing(Duration::abs))
        .orElse(Duration.ZERO);
  }

  /** What INFO says, and when the file is written to disk unless it is hidden. */
  private static CompletionStage<Map<String, String>> settings(
      RedisClusterAsyncCommands<String, String> master) {
    var memory = master.info("memory");
    var fsync = master.configGet(FSYNC).exceptionally(_ -> Map.of()); // managed services hide it
    return master
        .info("persistence")
        .thenCombine(memory, (some, more) -> fields(some + "\n" + more))
        .thenCombine(
            fsync,
            (fields, own) -> {
              fields.putAll(own);
              return fields;
            });
  }

  private static Map<String, String> fields(String info) {
    return info.lines()
        .map(line -> line.split(":", 2))
        .filter(parts -> parts.length == 2)
        .collect(
            Collectors.toMap(
                parts -> parts[0], parts -> parts[1].strip(), (first, _) -> first, HashMap::new));
  }
}
