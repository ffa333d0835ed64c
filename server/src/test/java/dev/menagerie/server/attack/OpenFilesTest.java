package dev.menagerie.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.e2e.Api;
import dev.menagerie.server.e2e.Person;
import dev.menagerie.server.e2e.Player;
import dev.menagerie.server.e2e.ServerProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections from many addresses, more than the server may have open files. */
class OpenFilesTest {
  private static final int OPEN_FILES = 600;
  private static final int ADDRESSES = 20;
  private static final int EACH = 60;

  @TempDir Path data;

  @Test
  void theStoresKeepTheirReserveAndAreRestarted() throws Exception {
    try (var server = ServerProcess.withOpenFiles(OPEN_FILES, data)) {
      var origin = server.origin();
      var opened = new ArrayList<Socket>();
      try (var player = Player.connect(Person.guest(origin))) {
        player.next("session:ready");
        connect(URI.create(origin).getPort(), opened);
        long redis = Long.parseLong(Files.readString(data.resolve("redis/redis.pid")).strip());
        assertThat(ProcessHandle.of(redis).orElseThrow().destroyForcibly()).isTrue();
        server.awaitSaid("Redis runs again", 60);
        Awaitility.await()
            .ignoreExceptions()
            .until(() -> Api.of(origin).get("/health/ready").status() == 200);
        assertThat(server.said()).noneMatch(line -> line.contains("Postgres has ended"));
      } finally {
        for (var socket : opened) socket.close();
      }
      try (var player = Player.connect(Person.guest(origin))) {
        player.next("session:ready");
      }
    }
  }

  /** The server may refuse, and hang up on, as many as it likes. */
  private static void connect(int port, List<Socket> opened) {
    for (int i = 0; i < ADDRESSES * EACH; i++) {
      var socket = new Socket();
      try {
        socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.2." + (1 + i / EACH)), 0));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5_000);
        opened.add(socket);
      } catch (IOException refused) {
        return;
      }
    }
  }
}
