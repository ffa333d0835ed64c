package dev.menagerie.server.redis;

import dev.menagerie.testkit.ForeignProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/**
 * The store's contract, and with it every script, on the successors of the embedded Redis. {@code
 * server/src/test/stores/fetch.sh} brings them; without it these tests are skipped.
 */
@Tag("long")
class OtherRedisTest {
  @TempDir static Path directory;

  private static final Map<String, Running> RUNNING = new HashMap<>();

  /** A store with two nodes. */
  private record Running(PlainRedis redis, RedisNode one, RedisNode two) {
    static Running start(String name) throws Exception {
      var redis = PlainRedis.of(program(name), Files.createDirectory(directory.resolve(name)));
      var one = RedisNode.connect(redis.url(), RedisStoreContract.BOUND);
      one.stores().certified();
      return new Running(redis, one, RedisNode.connect(redis.url(), RedisStoreContract.BOUND));
    }
  }

  private static String program(String name) throws InterruptedException {
    var program = Path.of("target", "other-stores", name).toAbsolutePath().toString();
    ForeignProgram.requires(program, "--version");
    return program;
  }

  @AfterAll
  static void stop() {
    for (var running : RUNNING.values()) {
      running.two().close();
      running.one().close();
      running.redis().close();
    }
    RUNNING.clear();
  }

  @Nested
  class Valkey8 extends OnProgram {
    Valkey8() {
      super("valkey-8");
    }
  }

  @Nested
  class Redis8 extends OnProgram {
    Redis8() {
      super("redis-8");
    }
  }

  /** The contract on one program. */
  abstract static class OnProgram extends RedisStoreContract {
    private final String name;
    private Running running;

    OnProgram(String name) {
      this.name = name;
    }

    @BeforeEach
    void start() throws Exception {
      if (!RUNNING.containsKey(name)) RUNNING.put(name, Running.start(name));
      running = RUNNING.get(name);
    }

    @Override
    protected RedisNode one() {
      return running.one();
    }

    @Override
    protected RedisNode two() {
      return running.two();
    }
  }
}
