package dev.menagerie.server.redis;

import dev.menagerie.server.StoreUnavailable;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether Redis works now and keeps what it acknowledges. */
public record RedisHealth(RedisLink link) {
  private static final String PROBE = "menagerie:health";

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
   * Tries to write, since a Redis that refuses writes still answers PING.
   *
   * @return "up", "down", or what keeps it from writing
   */
  public String state() {
    try {
      RedisReplies.await(link.commands().set(PROBE, "1", SetArgs.Builder.px(PROBE_MILLIS)));
      return "up";
    } catch (StoreUnavailable | RedisCommandExecutionException e) {
      return refusal(e);
    }
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
   * Reads Redis's settings, as far as its user may.
   *
   * @throws StoreUnavailable when it does not answer
   */
  public Durability durability() {
    var unsafe = new ArrayList<String>();
    var doubtful = new ArrayList<String>();
    try {
      var info = info("persistence");
      info.putAll(info("memory"));
      if ("0".equals(info.get("aof_enabled"))) {
        unsafe.add("Redis keeps no append-only file: set appendonly yes and appendfsync always");
      }
      var policy = info.getOrDefault("maxmemory_policy", "noeviction");
      if (!KEEPING.contains(policy)) {
        unsafe.add(
            "Redis may evict games (maxmemory-policy "
                + policy
                + "): set maxmemory-policy noeviction");
      }
      if ("err".equals(info.get("aof_last_write_status"))) {
        doubtful.add("Redis could not write its append-only file: see its log");
      }
      fsync()
          .filter(
              mode -> info.getOrDefault("aof_enabled", "1").equals("1") && !mode.equals("always"))
          .ifPresent(mode ->
              doubtful.add(
                  "Redis writes its file to disk later than it answers (appendfsync "
                      + mode
                      + "): a crash of its machine loses acknowledged actions; set appendfsync"
                      + " always"));
    } catch (RedisCommandExecutionException notAllowed) {
      doubtful.add("Redis does not let its user run INFO: whether it is durable is not known");
    }
    return new Durability(List.copyOf(unsafe), List.copyOf(doubtful));
  }

  /**
   * How far Redis's clock is ahead of this machine's; negative when it is behind.
   *
   * @param own this machine's clock
   * @throws StoreUnavailable when it does not answer
   */
  public Duration clockSkew(InstantSource own) {
    var time = RedisReplies.await(link.commands().time());
    long millis = Long.parseLong(time.get(0)) * 1_000 + Long.parseLong(time.get(1)) / 1_000;
    return Duration.ofMillis(millis - own.millis());
  }

  private Optional<String> fsync() {
    try {
      var found = RedisReplies.await(link.commands().configGet("appendfsync"));
      return Optional.ofNullable(found.get("appendfsync"));
    } catch (StoreUnavailable | RedisCommandExecutionException notAllowed) {
      return Optional.empty(); // managed services hide it
    }
  }

  private Map<String, String> info(String section) {
    var fields = new HashMap<String, String>();
    RedisReplies.await(link.commands().info(section))
        .lines()
        .map(line -> line.split(":", 2))
        .filter(parts -> parts.length == 2)
        .forEach(parts -> fields.put(parts[0], parts[1].strip()));
    return fields;
  }
}
