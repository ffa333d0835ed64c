package dev.menagerie.bench.socketio;

import dev.menagerie.bench.socketio.LoadClients.Speech;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Echo, broadcast and idle sockets, ours beside the peers in one run. Every figure is given per
 * second of wall time and per second of the server's processor time: the latter holds on a machine
 * that is shared with others.
 *
 * <p>Usage: {@code SocketBench [echo|broadcast|idle]...}; {@code -Dbench.seconds}, {@code
 * -Dbench.rounds}, {@code -Dbench.peers=bench/peers/socketio}.
 */
final class SocketBench {
  private static final int CLIENTS = 200;
  private static final int SECONDS = Integer.getInteger("bench.seconds", 5);
  private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
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
      for (int round = 0; round < ROUNDS; round++) {
        if (only("raw")) echo("raw netty", Peer.java(RawEchoServer.class), Speech.WEBSOCKET);
        if (only("rawuring"))
          echo(
              "raw netty uring",
              Peer.java(RawEchoServer.class, "-Dbench.uring=true"),
              Speech.WEBSOCKET);
        if (only("ours")) echo("ours", Peer.java(EchoServer.class), Speech.SOCKET_IO);
        if (only("oursuring"))
          echo("ours uring", Peer.java(EchoServer.class, "-Dbench.io=IO_URING"), Speech.SOCKET_IO);
        if (only("inline"))
          echo(
              "ours, inline", Peer.java(EchoServer.class, "-Dbench.inline=true"), Speech.SOCKET_IO);
        if (only("node")) echo("node socket.io", Peer.node(PEERS), Speech.SOCKET_IO);
      }
    }
    if (wanted.contains("broadcast")) {
      for (int round = 0; round < ROUNDS; round++) {
        broadcast("ours", Peer.java(EchoServer.class));
        broadcast("node socket.io", Peer.node(PEERS));
      }
    }
    if (wanted.contains("idle")) {
      idle();
    }
  }

  private static boolean only(String name) {
    String only = System.getProperty("bench.only", "");
    return only.isEmpty() || Arrays.asList(only.split(",")).contains(name);
  }

  /** Every client sends its next message when its last one was answered. */
  private static void echo(String name, Peer server, Speech speech)
      throws IOException, InterruptedException {
    try (server;
        var clients = new LoadClients()) {
      clients.connect(CLIENTS, server.port(), speech);
      ByteBuf question = LoadClients.frame("421[\"echo\"," + MESSAGE + "]");
      var latencies = new Latencies();
      clients.onMessage((client, message) -> {
        latencies.add(System.nanoTime() - client.sentAt());
        client.send(question);
      });
      clients.all().forEach(client -> client.send(question));
      report("echo", name, measure(server, clients, latencies), latencies);
    }
  }

  /** One client at a time casts; the next cast follows when the caster has its own copy. */
  private static void broadcast(String name, Peer server) throws IOException, InterruptedException {
    try (server;
        var clients = new LoadClients()) {
      clients.connect(CLIENTS, server.port(), Speech.SOCKET_IO);
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
      report("broadcast to 200", name, measure(server, clients, latencies), latencies);
    }
  }

  private record Measured(double perSecond, double perCpuSecond) {}

  private static Measured measure(Peer server, LoadClients clients, Latencies latencies)
      throws IOException {
    pause(SECONDS); // to warm up
    latencies.clear();
    long receivedBefore = clients.received();
    long cpuBefore = server.cpu().toNanos();
    long start = System.nanoTime();
    pause(SECONDS);
    double messages = clients.received() - receivedBefore;
    double seconds = (System.nanoTime() - start) / 1e9;
    double cpu = (server.cpu().toNanos() - cpuBefore) / 1e9;
    return new Measured(messages / seconds, messages / cpu);
  }

  private static void report(String what, String name, Measured measured, Latencies latencies) {
    System.out.printf(
        Locale.ROOT,
        "%-17s %-15s %,10.0f messages/s %,10.0f per server cpu second   p50 %.2f ms  p99 %.2f ms%n",
        what,
        name,
        measured.perSecond(),
        measured.perCpuSecond(),
        latencies.millis(0.50),
        latencies.millis(0.99));
  }

  /**
   * What one more idle socket costs, as the slope between few and many, through several heartbeats.
   */
  private static void idle() throws IOException, InterruptedException {
    try (Peer server =
            Peer.java(
                EchoServer.class,
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
          "idle sockets      ours            %,d to %,d: %.2f KB resident each, %.2f KB of live heap each"
              + " (resident %,d MB, heap %,d MB at the end)%n",
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
