package dev.menagerie.server.wiring;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.redis.RedisHealth;
import dev.menagerie.server.settings.CommandFailure;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks that Redis keeps what it acknowledges. An unsafe Redis is refused at the start unless the
 * operator accepts it; later problems show in readiness.
 */
final class RedisSafety {
  private static final Logger LOG = LoggerFactory.getLogger(RedisSafety.class);

  private final RedisHealth redis;
  private volatile List<String> warnings = List.of();

  private RedisSafety(RedisHealth redis) {
    this.redis = redis;
  }

  /**
   * Checks Redis at the start.
   *
   * @param acceptUnsafe whether an unsafe Redis is used nevertheless
   * @throws CommandFailure naming every unsafe setting
   */
  static RedisSafety check(RedisHealth redis, boolean acceptUnsafe) {
    var found = redis.durability();
    if (!found.unsafe().isEmpty() && !acceptUnsafe) {
      throw CommandFailure.failed(
          String.join("\n", found.unsafe())
              + "\nor start with --accept-unsafe-redis, where losing games does not matter");
    }
    var safety = new RedisSafety(redis);
    safety.report(found.all());
    return safety;
  }

  /** Looks again: settings of a running Redis can change. */
  void look() {
    try {
      report(redis.durability().all());
    } catch (StoreUnavailable away) {
      // readiness reports the outage; the settings of before stay known
    }
  }

  private void report(List<String> found) {
    Set<String> reported = new HashSet<>(warnings);
    found.stream().filter(warning -> !reported.contains(warning)).forEach(LOG::warn);
    warnings = List.copyOf(found);
  }

  /** The present problems, one sentence each. */
  List<String> warnings() {
    return warnings;
  }
}
