package dev.menagerie.server.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.menagerie.server.Stores;
import dev.menagerie.server.game.ConnectionId;
import dev.menagerie.server.game.Connections;
import dev.menagerie.server.game.ConnectionsContract;
import dev.menagerie.server.game.NodeId;
import dev.menagerie.server.game.Partition;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.lobby.LobbyMembers.Member;
import dev.menagerie.socketio.Adapter;
import dev.menagerie.socketio.BroadcastTarget;
import dev.menagerie.socketio.RemoteSocket;
import dev.menagerie.socketio.engineio.EncodedPacket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contracts, and with them every script, on a Redis Cluster of three masters. */
class RedisClusterTest {
  @TempDir static Path directory;

  private static PlainCluster cluster;
  private static RedisNode one;
  private static RedisNode two;

  @BeforeAll
  static void start() {
    cluster = PlainCluster.start(directory);
    one = RedisNode.connect(cluster.url(), RedisStoreContract.BOUND);
    two = RedisNode.connect(cluster.url(), RedisStoreContract.BOUND);
    one.stores().certified();
  }

  @AfterAll
  static void stop() {
    two.close();
    one.close();
    cluster.close();
  }

  @Nested
  class GameStoreOnCluster extends RedisStoreContract {
    @Override
    protected RedisNode one() {
      return one;
    }

    @Override
    protected RedisNode two() {
      return two;
    }
  }

  @Nested
  class ConnectionsOnCluster extends ConnectionsContract {
    private final RedisConnections connections = new RedisConnections(one.link());

    @Override
    protected Connections connections() {
      return connections;
    }

    @Override
    protected void fallSilent(ConnectionId... sessions) {
      for (var session : sessions) {
        RedisReplies.await(one.link().commands().zadd(Keys.LAST_SEEN, 1, session.value()));
      }
    }

    @Override
    protected void fallSilent(NodeId silent) {
      RedisReplies.await(one.link().commands().zadd(Keys.NODES_SEEN, 1, silent.value()));
    }
  }

  /**
   * Each master has a part of the partitions: otherwise the others of these tests prove nothing.
   */
  @Test
  void everyMasterHasSomePartitions() {
    assertThat(Partition.all().stream().map(cluster::masterOf).distinct()).hasSize(3);
  }

  @Test
  void membersOfTheLobbyAreKept() {
    var members = new RedisLobbyMembers(one.link());
    var ada = new Member(UserId.fresh(), "Ada");
    members.repeat(List.of(ada));
    assertThat(new RedisLobbyMembers(two.link()).all()).contains(ada);
    members.remove(ada);
    assertThat(members.all()).doesNotContain(ada);
  }

  /** Each node of the cluster counts its own subscribers, and these are spread over all. */
  @Test
  void nodesWithSubscriptionsAnywhereReportTheirSockets() throws Exception {
    var peers = Stream.of("a", "b", "c", "d", "e").map(NamedPeer::new).toList();
    var adapters = peers.stream().map(_ -> one.link().adapter("spread")).toList();
    try {
      for (int i = 0; i < peers.size(); i++) adapters.get(i).start(peers.get(i));
      var found =
          adapters
              .getFirst()
              .fetch(peers.getFirst(), BroadcastTarget.EVERYONE)
              .toCompletableFuture()
              .get(10, TimeUnit.SECONDS);
      assertThat(found).extracting(RemoteSocket::id).containsExactlyInAnyOrder("b", "c", "d", "e");
    } finally {
      adapters.forEach(Adapter::close);
    }
  }

  /** A node with one socket. */
  private record NamedPeer(String socket) implements Adapter.Peer {
    @Override
    public String namespace() {
      return "/spread";
    }

    @Override
    public void deliver(BroadcastTarget target, List<EncodedPacket> frames) {}

    @Override
    public void apply(BroadcastTarget target, Adapter.Change change) {}

    @Override
    public List<RemoteSocket> find(BroadcastTarget target) {
      return List.of(new RemoteSocket(socket, socket, "127.0.0.1", Set.of()));
    }
  }

  @Test
  void deletedDataOfOneMasterClosesItsPartitionsOnly() {
    var store = one.stores().restoration();
    var before = store.run();
    assertThat(store.run()).isEqualTo(before);
    assertThat(two.stores().restoration().run()).isEqualTo(before);
    cluster.flush(1);
    try {
      var after = store.run();
      assertThat(after.id()).isNotEqualTo(before.id());
      var elsewhere =
          Partition.all().stream()
              .filter(partition -> cluster.masterOf(partition) != 1)
              .collect(Collectors.toSet());
      assertThat(store.certified(after)).isEqualTo(elsewhere);
      for (var partition : Partition.all()) {
        boolean same = after.of(partition).equals(before.of(partition));
        assertThat(same).isEqualTo(elsewhere.contains(partition));
        assertThat(store.certify(partition, before)).isEqualTo(same);
        assertThat(store.run(partition)).isEqualTo(after.of(partition));
      }
    } finally {
      one.stores().certified();
    }
  }

  @Test
  void everyMasterIsExamined() {
    var health = new RedisHealth(one.link());
    assertThat(health.state()).isEqualTo("up");
    assertThat(health.durability().all()).isEmpty();
    assertThat(health.clockSkew(InstantSource.system()).abs()).isLessThan(Duration.ofSeconds(2));
    cluster.configure(2, "maxmemory-policy", "volatile-lru");
    cluster.configure(1, "appendfsync", "everysec");
    cluster.configure(0, "maxmemory", "1");
    try {
      assertThat(health.state()).isEqualTo("out of memory");
      assertThat(health.durability().unsafe())
          .singleElement()
          .asString()
          .startsWith("Redis at 127.0.0.1:")
          .contains("volatile-lru");
      assertThat(health.durability().doubtful()).singleElement().asString().contains("everysec");
    } finally {
      cluster.configure(2, "maxmemory-policy", "noeviction");
      cluster.configure(1, "appendfsync", "always");
      cluster.configure(0, "maxmemory", "0");
    }
  }

  @Test
  void addressOfTheOtherKindIsRefusedWithAHint() {
    try (var link = RedisLink.connect(cluster.urlOfOneNode())) {
      assertThatThrownBy(link::requireFunctions)
          .isInstanceOf(UnsupportedRedis.class)
          .hasMessageContaining("redis-cluster://");
    }
    var single = Stores.redisUrl().replaceFirst("redis:", "redis-cluster:");
    assertThatThrownBy(() -> RedisLink.connect(single))
        .isInstanceOf(UnsupportedRedis.class)
        .hasMessageContaining("cluster-enabled no");
    one.link().requireFunctions();
  }
}
