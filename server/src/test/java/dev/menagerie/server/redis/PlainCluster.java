package dev.menagerie.server.redis;

import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.Partition;
import dev.menagerie.testkit.Ports;
import io.lettuce.core.MigrateArgs;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A Redis Cluster of three masters on loopback, with a replica of each or without. */
public final class PlainCluster implements AutoCloseable {
  private static final int MASTERS = 3;

  /** Longer than a machine that tests share keeps a node waiting: no master is replaced. */
  public static final Duration STEADY = Duration.ofMinutes(1);

  private final Path directory;
  private final Duration nodeTimeout;
  private final String program;
  private final List<String> certificates;
  private final List<Node> nodes = new ArrayList<>();

  /** One node with the port at which the others reach it, and the port with TLS, 0 for none. */
  private record Node(PlainRedis redis, RedisLink link, int busPort, int tlsPort)
      implements AutoCloseable {
    void cluster(Object... words) {
      var arguments = new CommandArgs<>(StringCodec.UTF8);
      for (var word : words) arguments.add(word.toString());
      RedisReplies.await(
          link.commands()
              .dispatch(CommandType.CLUSTER, new StatusOutput<>(StringCodec.UTF8), arguments));
    }

    String id() {
      return RedisReplies.await(link.commands().clusterMyId());
    }

    boolean says(String line) {
      return RedisReplies.await(link.commands().clusterInfo()).lines().anyMatch(line::equals);
    }

    boolean isReplicaUpToDate() {
      return RedisReplies.await(link.commands().info("replication"))
          .lines()
          .anyMatch("master_link_status:up"::equals);
    }

    @Override
    public void close() {
      link.close();
      redis.close();
    }
  }

  private PlainCluster(
      Path directory, Duration nodeTimeout, String program, List<String> certificates) {
    this.directory = directory;
    this.nodeTimeout = nodeTimeout;
    this.program = program;
    this.certificates = certificates;
  }

  /** Starts masters alone. */
  public static PlainCluster start(Path directory) {
    return new PlainCluster(directory, STEADY, PlainRedis.program(), List.of()).started(0);
  }

  /**
   * Starts masters that speak TLS, to each other too.
   *
   * @param program a Redis that was built with TLS
   * @param certificates the settings that name its certificate, key and authority
   */
  public static PlainCluster startWithTls(
      Path directory, String program, List<String> certificates) {
    return new PlainCluster(directory, STEADY, program, certificates).started(0);
  }

  /**
   * Starts masters with a replica of each.
   *
   * @param nodeTimeout a master that does not answer for so long is replaced
   */
  public static PlainCluster startReplicated(Path directory, Duration nodeTimeout) {
    return new PlainCluster(directory, nodeTimeout, PlainRedis.program(), List.of())
        .started(MASTERS);
  }

  private PlainCluster started(int replicas) {
    try {
      for (int i = 0; i < MASTERS + replicas; i++) add();
      form();
      return this;
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private void add() {
    int busPort = Ports.free();
    var settings =
        new ArrayList<>(
            List.of(
                "cluster-enabled yes",
                "cluster-port " + busPort,
                "cluster-node-timeout " + nodeTimeout.toMillis(),
                "repl-diskless-sync-delay 0"));
    int tlsPort = 0;
    if (!certificates.isEmpty()) {
      tlsPort = Ports.free();
      settings.addAll(certificates);
      settings.addAll(List.of("tls-port " + tlsPort, "tls-cluster yes"));
    }
    var redis =
        PlainRedis.of(program, own("node-" + nodes.size()), settings.toArray(String[]::new));
    nodes.add(new Node(redis, RedisLink.connect(redis.url()), busPort, tlsPort));
  }

  private Path own(String name) {
    try {
      return Files.createDirectory(directory.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void form() {
    var first = nodes.getFirst();
    for (int i = 0; i < MASTERS; i++) {
      nodes.get(i).cluster("ADDSLOTSRANGE", firstSlot(i), firstSlot(i + 1) - 1);
      nodes.get(i).cluster("SET-CONFIG-EPOCH", i + 1);
    }
    for (var other : nodes.subList(1, nodes.size())) {
      other.cluster("MEET", "127.0.0.1", first.redis().port(), first.busPort());
    }
    awaitAll("cluster_known_nodes:" + nodes.size());
    for (int i = MASTERS; i < nodes.size(); i++) {
      nodes.get(i).cluster("REPLICATE", nodes.get(i - MASTERS).id());
    }
    awaitAll("cluster_state:ok");
    for (var replica : nodes.subList(MASTERS, nodes.size())) {
      Awaitility.await().until(replica::isReplicaUpToDate);
    }
  }

  private void awaitAll(String line) {
    for (var node : nodes) Awaitility.await().until(() -> node.says(line));
  }

  private static int firstSlot(int master) {
    return SlotHash.SLOT_COUNT * master / MASTERS;
  }

  /** The address with all nodes. */
  public String url() {
    return url("redis-cluster://", node -> node.redis().port());
  }

  /** The address with all nodes, for TLS. */
  public String urlWithTls() {
    return url("rediss-cluster://", Node::tlsPort);
  }

  private String url(String scheme, ToIntFunction<Node> port) {
    return nodes.stream()
        .map(node -> "127.0.0.1:" + port.applyAsInt(node))
        .collect(Collectors.joining(",", scheme, ""));
  }

  /** The address of one node, as if it were no cluster. */
  public String urlOfOneNode() {
    return nodes.getFirst().redis().url();
  }

  /** The number of the master to which a partition was given at the start. */
  public int masterOf(Partition partition) {
    int slot = SlotHash.getSlot(Keys.certificate(partition));
    return IntStream.range(0, MASTERS)
        .filter(master -> slot < firstSlot(master + 1))
        .findFirst()
        .orElseThrow();
  }

  /** Of the partition with this game. */
  public int masterOf(GameId game) {
    return masterOf(Partition.of(game));
  }

  /** Deletes everything that one master has. */
  void flush(int master) {
    RedisReplies.await(nodes.get(master).link().commands().flushall());
  }

  /** Changes a setting of one master. */
  void configure(int master, String setting, String value) {
    RedisReplies.await(nodes.get(master).link().commands().configSet(setting, value));
  }

  /**
   * Moves a master's part to its replica, without a vote: the other masters refuse theirs for some
   * time after a vote that failed, and on a busy machine votes fail.
   */
  void failOver(int master) {
    var replica = nodes.get(master + MASTERS);
    replica.cluster("FAILOVER", "TAKEOVER");
    Awaitility.await()
        .until(() ->
            RedisReplies.await(replica.link().commands().info("replication"))
                .contains("role:master"));
  }

  /**
   * Moves a partition to another master, as {@code redis-cli --cluster reshard} does.
   *
   * @param halfway runs when one of the partition's keys has moved and the others have not
   */
  void move(Partition partition, int to, Runnable halfway) {
    int slot = SlotHash.getSlot(Keys.certificate(partition));
    var source = nodes.get(masterOf(partition));
    var target = nodes.get(to);
    target.cluster("SETSLOT", slot, "IMPORTING", source.id());
    source.cluster("SETSLOT", slot, "MIGRATING", target.id());
    var keys = RedisReplies.await(source.link().commands().clusterGetKeysInSlot(slot, 1_000));
    migrate(source, target, keys.subList(0, 1));
    halfway.run();
    migrate(source, target, keys.subList(1, keys.size()));
    var owner = target.id();
    Stream.concat(Stream.of(target), nodes.stream())
        .forEach(node -> node.cluster("SETSLOT", slot, "NODE", owner));
  }

  private static void migrate(Node source, Node target, List<String> keys) {
    RedisReplies.await(
        source
            .link()
            .commands()
            .migrate("127.0.0.1", target.redis().port(), 0, 5_000, MigrateArgs.Builder.keys(keys)));
  }

  /** As kill -9 does. */
  public void kill(int master) {
    nodes.get(master).redis().kill();
  }

  @Override
  public void close() {
    nodes.forEach(Node::close);
  }
}
