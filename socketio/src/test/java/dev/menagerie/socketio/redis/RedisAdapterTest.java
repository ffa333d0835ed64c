package dev.menagerie.socketio.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.menagerie.socketio.Namespace;
import dev.menagerie.socketio.RemoteSocket;
import dev.menagerie.socketio.SocketIoServer;
import dev.menagerie.socketio.clients.JavaClient;
import dev.menagerie.testkit.Ports;
import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.embedded.RedisServer;

/** Two nodes, one Redis. */
class RedisAdapterTest {
  private static final int PORT = Ports.free();
  private static final RedisServer REDIS = server();
  private static final RedisClient CLIENT = RedisClient.create("redis://127.0.0.1:" + PORT);

  @AutoClose private final Node left = new Node();
  @AutoClose private final Node right = new Node();

  RedisAdapterTest() throws IOException {}

  private static RedisServer server() {
    return RedisServer.builder()
        .port(PORT)
        .bind("127.0.0.1")
        .setting("save \"\"")
        .setting("appendonly no")
        .build();
  }

  @BeforeAll
  static void startRedis() {
    REDIS.start();
  }

  @AfterAll
  static void stopRedis() {
    CLIENT.shutdown(0, 1, TimeUnit.SECONDS);
    REDIS.stop();
  }

  /** One server of the cluster, and clients that are on it. */
  private static final class Node implements AutoCloseable {
    private final SocketIoServer server =
        SocketIoServer.builder().adapter(RedisAdapter.over(CLIENT, "test")).build();
    private final Namespace game = server.namespace("/game");

    Node() throws IOException {
      game.onConnect(socket -> socket.join("all"))
          .on(
              "join",
              event -> {
                event.socket().join(event.json(0).stringValue());
                event.ack().send();
              });
      server.start();
    }

    JavaClient client() throws InterruptedException {
      JavaClient client = new JavaClient(server.port(), "/game", Map.of(), "websocket").joined();
      await()
          .until(() -> game.socket(client.id()).filter(s -> s.rooms().contains("all")).isPresent());
      return client;
    }

    @Override
    public void close() {
      server.close();
    }
  }

  @Test
  void aBroadcastReachesTheRoomOnEveryNodeOnce() throws Exception {
    try (JavaClient here = left.client();
        JavaClient there = right.client();
        JavaClient elsewhere = right.client()) {
      here.ask("join", "table");
      there.ask("join", "table");
      left.game.to("table").emit("news", 1);
      left.game.emit("all news", 2);
      assertThat(here.heard()).containsExactly("news", 1);
      assertThat(there.heard()).containsExactly("news", 1);
      assertThat(elsewhere.heard()).containsExactly("all news", 2);
      assertThat(there.heard()).containsExactly("all news", 2);
      assertThat(there.hearsNothingFor(Duration.ofMillis(50))).isTrue();
    }
  }

  @Test
  void exceptAndLocalHoldAcrossNodes() throws Exception {
    try (JavaClient here = left.client();
        JavaClient there = right.client()) {
      left.game.except(there.id()).emit("not for you", 1);
      left.game.local().emit("only here", 2);
      left.game.emit("end", 3);
      assertThat(there.heard()).containsExactly("end", 3);
      assertThat(here.heard()).containsExactly("not for you", 1);
      assertThat(here.heard()).containsExactly("only here", 2);
    }
  }

  @Test
  void attachmentsTravelToo() throws Exception {
    try (JavaClient there = right.client()) {
      left.game.emit("picture", new byte[] {1, 2, 3});
      List<Object> heard = there.heard();
      assertThat((byte[]) heard.get(1)).containsExactly(1, 2, 3);
    }
  }

  @Test
  void socketsAreFoundWhereverTheyAre() throws Exception {
    try (JavaClient here = left.client();
        JavaClient there = right.client()) {
      there.ask("join", "table");
      List<RemoteSocket> found =
          left.game.everyone().fetchSockets().toCompletableFuture().get(5, TimeUnit.SECONDS);
      assertThat(found)
          .extracting(RemoteSocket::id)
          .containsExactlyInAnyOrder(here.id(), there.id());
      RemoteSocket remote =
          left.game
              .to("table")
              .fetchSockets()
              .toCompletableFuture()
              .get(5, TimeUnit.SECONDS)
              .getFirst();
      assertThat(remote.rooms()).containsExactlyInAnyOrder("all", "table");
      assertThat(remote.node()).isEqualTo(right.server.nodeId());
    }
  }

  @Test
  void socketsElsewhereJoinAndLeave() throws Exception {
    try (JavaClient there = right.client()) {
      left.game.to(there.id()).join("table");
      await().until(() -> right.game.countIn("table") == 1);
      left.game.to("table").leave("table");
      await().until(() -> right.game.countIn("table") == 0);
      assertThat(there.id()).isNotNull();
    }
  }

  @Test
  void socketsElsewhereArePutOut() throws Exception {
    try (JavaClient there = right.client()) {
      left.game.to(there.id()).disconnect();
      assertThat(there.life()).isEqualTo("disconnect: io server disconnect");
    }
  }

  @Test
  void aLostNodeLeavesNothingBehind() throws Exception {
    try (JavaClient here = left.client()) {
      try (JavaClient there = right.client()) {
        assertThat(there.id()).isNotNull();
        right.close();
      }
      await()
          .untilAsserted(() ->
              assertThat(
                      left.game
                          .everyone()
                          .fetchSockets()
                          .toCompletableFuture()
                          .get(5, TimeUnit.SECONDS))
                  .extracting(RemoteSocket::id)
                  .containsExactly(here.id()));
    }
  }
}
