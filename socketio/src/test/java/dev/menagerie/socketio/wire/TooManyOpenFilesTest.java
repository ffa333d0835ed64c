package dev.menagerie.socketio.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.menagerie.socketio.SocketIoServer;
import dev.menagerie.socketio.limits.ClientBounds;
import dev.menagerie.socketio.netty.NettySettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server at its limit of open files reports it, serves its present clients, and recovers. */
class TooManyOpenFilesTest {
  private static final int OPEN_FILES = 160;

  @TempDir Path directory;

  /** A server whose own bounds are far above the system's. */
  static final class Server {
    private Server() {}

    public static void main(String[] arguments) throws Exception {
      var bounds =
          ClientBounds.ofThisProcess().withMaxConnections(100_000).withMaxPerAddress(100_000, 100);
      var server =
          SocketIoServer.builder()
              .netty(NettySettings.on("127.0.0.1", 0).withBounds(bounds))
              .build()
              .start();
      System.out.println(server.port());
      Thread.currentThread().join();
    }
  }

  @Test
  void theServerGoesOnAndAcceptsAgain() throws Exception {
    Path log = directory.resolve("log");
    Process process =
        new ProcessBuilder(
                "bash",
                "-c",
                "ulimit -n " + OPEN_FILES + "; exec \"$0\" -cp \"$1\" \"$2\"",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                System.getProperty("java.class.path"),
                Server.class.getName())
            .redirectError(log.toFile())
            .start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      exhaust(Integer.parseInt(out.readLine()), log);
    } finally {
      process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
  }

  private static void exhaust(int port, Path log) throws IOException {
    var open = new ArrayList<RawHttp>();
    try (var known = new RawHttp(port)) {
      assertThat(known.get("/nothing").status()).isEqualTo(404);
      for (int i = 0; i < OPEN_FILES; i++) {
        open.add(new RawHttp(port)); // the kernel takes those that the server cannot
      }
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(Files.readString(log)).contains("cannot accept"));
      assertThat(known.get("/nothing").status()).isEqualTo(404);
    } finally {
      for (RawHttp http : open) {
        http.close();
      }
    }
    try (var later = new RawHttp(port)) {
      assertThat(later.get("/nothing").status()).isEqualTo(404);
    }
  }
}
