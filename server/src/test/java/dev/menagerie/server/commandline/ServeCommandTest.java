package dev.menagerie.server.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.Stores;
import dev.menagerie.server.redis.PlainRedis;
import dev.menagerie.server.redis.RedisLink;
import dev.menagerie.testkit.Ports;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server refuses settings that it cannot run with. */
class ServeCommandTest {
  @TempDir Path directory;
  private final StringWriter err = new StringWriter();

  private int serve(String... options) {
    String[] all = new String[options.length + 3];
    all[0] = "serve";
    all[1] = "--data-dir";
    all[2] = directory.resolve("data").toString();
    System.arraycopy(options, 0, all, 3, options.length);
    return Menagerie.commandLine().setErr(new PrintWriter(err)).execute(all);
  }

  @Test
  void everyProblemOfPresetsIsReportedBeforeTheStart() throws IOException {
    Path file = directory.resolve("own.json");
    Files.writeString(
        file,
        """
        {"presets":[{"name":"house","preset":"standard"},
                    {"name":"wide","preset":"pocket","bench":{"max":9}}]}\
        """);

    assertThat(serve("--presets", file.toString())).isEqualTo(2);
    assertThat(err.toString())
        .contains(file + ": presets[0].name: is given twice: house")
        .contains(file + ": presets[1].bench.max: is 9, must be from 1 to 8");
    assertThat(directory.resolve("data")).doesNotExist();
  }

  @Test
  void aMissingFileOfPresetsIsReported() {
    Path file = directory.resolve("none.json");

    assertThat(serve("--presets", file.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("--presets: cannot read " + file);
  }

  @Test
  void aRedisWithoutFunctionsIsReported() throws IOException {
    int port = Ports.free();
    Path config = directory.resolve("old.conf");
    Files.writeString(
        config,
        """
        bind 127.0.0.1
        port PORT
        save ""
        rename-command FCALL ""
        rename-command FUNCTION ""
        """
            .replace("PORT", Integer.toString(port)));
    var old =
        new ProcessBuilder(redisProgram(), config.toString())
            .redirectOutput(directory.resolve("old.log").toFile())
            .start();
    try {
      String redis = "redis://127.0.0.1:" + port;
      Awaitility.await().ignoreExceptions().until(() -> answers(redis));
      String postgres = LocalServer.postgresUrl(Stores.postgres());

      assertThat(serve("--redis-url", redis, "--postgres-url", postgres)).isEqualTo(1);
      assertThat(err.toString())
          .contains("Redis does not run our scripts; it has to be version 7 or later")
          .contains("unknown command 'FCALL'")
          .hasLineCount(1);
    } finally {
      old.destroyForcibly();
    }
  }

  @Test
  void aRedisThatLosesGamesIsRefusedUnlessTheOperatorAcceptsIt() {
    try (var unsafe = PlainRedis.start(directory, "maxmemory-policy allkeys-lru")) {
      String postgres = LocalServer.postgresUrl(Stores.postgres());

      assertThat(serve("--redis-url", unsafe.url(), "--postgres-url", postgres)).isEqualTo(1);
      assertThat(err.toString())
          .contains("appendonly yes")
          .contains("maxmemory-policy allkeys-lru")
          .contains("--accept-unsafe-redis")
          .doesNotContain("\tat ");
    }
  }

  private static boolean answers(String redis) {
    try (var link = RedisLink.connect(redis)) {
      return link.isReachable();
    }
  }

  /** The Redis program of the shared stores. */
  private static String redisProgram() {
    return ProcessHandle.of(Stores.redisPid()).orElseThrow().info().command().orElseThrow();
  }
}
