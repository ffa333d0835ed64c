package dev.menagerie.bench.socketio;

import dev.menagerie.bench.socketio.LoadClients.Speech;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;

/**
 * Echo, broadcast and idle sockets, ours beside the peers in one run. Every figure is given per
 * second of wall time and per second of the server's processor time: the latter holds on a machine
 * that is shared with others.
 *
 * <p>Usage: {@code SocketBench [echo|broadcast|idle]...}; {@code -Dbench.seconds}, {@code
 * -Dbench.warmup}, {@code -Dbench.rounds}, {@code -Dbench.servers=raw,ours,loop,node,raw-uring,
 * ours-uring}, {@code -Dbench.peers=bench/peers/socketio}.
 */
final class SocketBench {
  private static final int CLIENTS = 200;
  private static final int SECONDS = Integer.getInteger("bench.seconds", 5);

  /** The time that the JIT compiler is busy under this load. */
  private static final int WARM_UP_SECONDS = Integer.getInteger("bench.warmup", 10);

  private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
  private static final List<String> SERVERS =
      List.of(System.getProperty("bench.servers", "raw,ours,node").split(",", -1));
  private static final Path PEERS =
      Path.of(System.getProperty("bench.peers", "bench/peers/socketio"));
  private static final int FEW = Integer.getInteger("bench.idle.few", 5_000);
  private static final int MANY = Integer.getInteger("bench.idle.many", 20_000);
  private static final String MESSAGE =
      "{\"type\":\"game:action\",\"id\":\"0123456789abcdef\",\"n\":[1,2,3]}";

  private SocketBench() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var wanted =
        arguments.length == 0
            ? Arrays.asList("echo", "broadcast", "idle")
            : Arrays.asList(arguments);
    if (wanted.contains("echo")) {
      compare("echo", SERVERS, SocketBench::echo);
    }
    if (wanted.contains("broadcast")) {
      compare(
          "broadcast to 200",
          SERVERS.stream().filter(name -> !name.startsWith("raw")).toList(),
          SocketBench::broadcast);
    }
    if (wanted.contains("idle")) {
      idle();
    }
  }

  private static Peer start(String server) throws IOException {
    return switch (server) {
      case "raw" -> Peer.java(RawEchoServer.class);
      case "raw-uring" -> Peer.java(RawEchoServer.class, "-Dbench.io=IO_URING");
      case "ours" -> Peer.java(EchoServer.class);
      case "ours-uring" -> Peer.java(EchoServer.class, "-Dbench.io=IO_URING");
      case "loop" -> Peer.java(EchoServer.class, "-Dbench.inline=true"); // handlers on event loops
      case "node" -> Peer.node(PEERS);
      default -> throw new IllegalArgumentException("no such server: " + server);
    };
  }

  private interface Load {
    Measured measure(Peer server, Speech speech) throws IOException, InterruptedException;
  }

  /** Rounds in which each server has its turn, so that a disturbance does not meet one only. */
  private static void compare(String what, List<String> servers, Load load)
      throws IOException, InterruptedException {
    var all = new LinkedHashMap<String, List<Measured>>();
    for (int round = 0; round < ROUNDS; round++) {
      for (String server : servers) {
        try (Peer peer = start(server)) {
          var speech = server.startsWith("raw") ? Speech.WEBSOCKET : Speech.SOCKET_IO;
          Measured measured = load.measure(peer, speech);
          System.out.println(measured.line(what, server));
          all.computeIfAbsent(server, name -> new ArrayList<>()).add(measured);
        }
      }
    }
    System.out.println("the middle of " + ROUNDS + " rounds:");
    all.forEach((server, rounds) -> System.out.println(middle(rounds).line(what, server)));
  }

  private static Measured middle(List<Measured> rounds) {
    return new Measured(
        middle(rounds, Measured::perSecond),
        middle(rounds, Measured::perCpuSecond),
        middle(rounds, Measured::p50),
        middle(rounds, Measured::p99));
  }

  private static double middle(List<Measured> rounds, ToDoubleFunction<Measured> figure) {
    return rounds.stream().mapToDouble(figure).sorted().toArray()[rounds.size() / 2];
  }

  /** Every client sends its next message when its last one was answered. */
  private static Measured echo(Peer server, Speech speech)
      throws IOException, InterruptedException {
    try (var clients = new LoadClients()) {
      clients.connect(CLIENTS, server.port(), speech);
      ByteBuf question = LoadClients.frame("421[\"echo\"," + MESSAGE + "]");
      var latencies = new Latencies();
      clients.onMessage((client, message) -> {
        latencies.add(System.nanoTime() - client.sentAt());
        client.send(question);
      });
      clients.all().forEach(client -> client.send(question));
      return measure(server, clients, latencies);
    }
  }

  /** One client at a time casts; the next cast follows when the caster has its own copy. */
  private static Measured broadcast(Peer server, Speech speech)
      throws IOException, InterruptedException {
    try (var clients = new LoadClients()) {
      clients.connect(CLIENTS, server.port(), speech);
      ByteBuf cast = LoadClients.frame("42[\"cast\"," + MESSAGE + "]");
      var latencies = new Latencies();
      LoadClients.Client last = clients.all().getLast();
      clients.onMessage((client, message) -> {
        if (client == last) {
          latencies.add(System.nanoTime() - client.sentAt());
          client.send(cast);
        }
      });
      last.send(cast);
      return measure(server, clients, latencies);
    }
  }

  private record Measured(double perSecond, double perCpuSecond, double p50, double p99) {
    String line(String what, String server) {
      return String.format(
          Locale.ROOT,
          "%-17s %-10s %,10.0f messages/s %,10.0f per server cpu second   p50 %.2f ms  p99 %.2f ms",
          what,
          server,
          perSecond,
          perCpuSecond,
          p50,
          p99);
    }
  }

  private static Measured measure(Peer server, LoadClients clients, Latencies latencies)
      throws IOException {
    pause(WARM_UP_SECONDS);
    latencies.clear();
    long receivedBefore = clients.received();
    long cpuBefore = server.cpu().toNanos();
    long start = System.nanoTime();
    pause(SECONDS);
    double messages = clients.received() - receivedBefore;
    double seconds = (System.nanoTime() - start) / 1e9;
    double cpu = (server.cpu().toNanos() - cpuBefore) / 1e9;
    return new Measured(
        messages / seconds, messages / cpu, latencies.millis(0.50), latencies.millis(0.99));
  }

  /**
   * The cost of one more idle socket: the slope between few and many, through several heartbeats.
   */
  private static void idle() throws IOException, InterruptedException {
    try (Peer server =
            Peer.java(
                EchoServer.class,
                "-Dbench.io=" + System.getProperty("bench.io", "BEST"),
                "-Dbench.ping=5000",
                "-Xms64m",
                "-Xmx512m",
                "-XX:MinHeapFreeRatio=5",
                "-XX:MaxHeapFreeRatio=10");
        var clients = new LoadClients()) {
      clients.connect(FEW, server.port(), Speech.SOCKET_IO);
      pause(12);
      long fewHeap = server.liveHeap();
      long fewResident = server.resident();
      clients.connect(MANY - FEW, server.port(), Speech.SOCKET_IO);
      pause(12);
      long manyHeap = server.liveHeap();
      long manyResident = server.resident();
      System.out.printf(
          Locale.ROOT,
          "idle sockets      ours            %,d to %,d: %.2f KB resident each, %.2f KB of live"
              + " heap each (resident %,d MB, heap %,d MB at the end)%n",
          FEW,
          MANY,
          (manyResident - fewResident) / 1024.0 / (MANY - FEW),
          (manyHeap - fewHeap) / 1024.0 / (MANY - FEW),
          manyResident >> 20,
          manyHeap >> 20);
    }
  }

  private static void pause(int seconds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
