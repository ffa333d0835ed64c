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
 * Watches whether Redis would keep what it acknowledges: an unsafe one is refused at the start
 * unless the operator accepts it, and readiness carries what is wrong from then on.
 */
final class RedisSafety {
  private static final Logger LOG = LoggerFactory.getLogger(RedisSafety.class);

  private final RedisHealth redis;
  private volatile List<String> warnings = List.of();

  private RedisSafety(RedisHealth redis) {
    this.redis = redis;
  }

  /**
   * Checks at the start.
   *
   * @param acceptUnsafe whether an unsafe one is used all the same
   * @throws CommandFailure naming every setting that is unsafe
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
      // readiness says so; what it was set to is not known anew
    }
  }

  private void report(List<String> found) {
    Set<String> known = new HashSet<>(warnings);
    found.stream().filter(warning -> !known.contains(warning)).forEach(LOG::warn);
    warnings = List.copyOf(found);
  }

  /** What is wrong now, one sentence each. */
  List<String> warnings() {
    return warnings;
  }
}
