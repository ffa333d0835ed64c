package dev.menagerie.bench.edge;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A whole server with 256 MB of heap while thousands of connections hold bodies and heads that
 * never end: how long others wait. {@code HeldBodies [CONNECTIONS [SECONDS]]}.
 */
public final class HeldBodies {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private HeldBodies() {}

  /** Measures without and with the attack, and prints a table. */
  public static void main(String[] arguments) throws Exception {
    int connections = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000;
    int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
    int port = freePort();
    Path data = Files.createTempDirectory("held-bodies");
    Process server = serve(port, data);
    try {
      var url = "http://127.0.0.1:" + port;
      System.out.printf(
          "%-28s %-18s %8s %8s %8s %8s %s%n",
          "", "others", "calls", "p50 ms", "p99 ms", "max ms", "failed");
      measure(url, Math.max(5, seconds / 2), "before"); // also warms up
      measure(url, Math.max(5, seconds / 2), "nobody attacks");
      try (var attackers = new Attackers(port, connections)) {
        var thread = Thread.ofPlatform().daemon().start(attackers);
        while (attackers.opened() < connections && thread.isAlive()) {
          Thread.sleep(50);
        }
        measure(url, seconds, connections + " hold bodies");
        System.out.printf("connections opened by the attackers: %,d%n", attackers.opened());
      }
    } finally {
      server.destroy();
      if (!server.waitFor(20, TimeUnit.SECONDS)) {
        server.destroyForcibly();
      }
    }
  }

  private static int freePort() throws IOException {
    try (var probe = new ServerSocket(0)) {
      return probe.getLocalPort();
    }
  }

  private static Process serve(int port, Path data) throws Exception {
    Path log = data.resolveSibling(data.getFileName() + ".log");
    var server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.menagerie.server.commandline.Menagerie",
                "serve",
                "--port",
                Integer.toString(port),
                "--data-dir",
                data.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    System.out.println("server's log: " + log);
    for (int i = 0; i < 1_200; i++) {
      if (Files.readString(log).contains("Menagerie is ready")) return server;
      if (!server.isAlive()) throw new IllegalStateException(Files.readString(log));
      Thread.sleep(50);
    }
    throw new IllegalStateException("the server does not start");
  }

  /** Other clients at the same time: they read, sign in, and keep a socket open. */
  private static void measure(String url, int seconds, String phase) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    try (var player = new Player(url)) {
      var samples =
          List.of(
              new Sampler("GET /health/live", 10, () -> send(get(url + "/health/live")) == 200),
              new Sampler("POST /auth/guest", 100, () -> send(guest(url)) == 201),
              new Sampler("game:heartbeat", 20, player::heartbeat));
      var threads = new ArrayList<Thread>();
      for (var sampler : samples) threads.add(Thread.startVirtualThread(() -> sampler.run(end)));
      for (var thread : threads) thread.join();
      for (var sampler : samples) sampler.print(phase);
    }
  }

  private static HttpRequest get(String uri) {
    return HttpRequest.newBuilder(URI.create(uri)).timeout(PATIENCE).build();
  }

  private static HttpRequest guest(String url) {
    return HttpRequest.newBuilder(URI.create(url + "/auth/guest"))
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("{}"))
        .build();
  }

  private static int send(HttpRequest request) throws Exception {
    return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
  }

  /** Repeats a call at an interval and keeps how long each took. */
  @SuppressWarnings("ArrayRecordComponent") // a counter of its own
  private record Sampler(
      String name, int intervalMillis, Callable<Boolean> call, List<Long> nanos, int[] failed) {
    Sampler(String name, int intervalMillis, Callable<Boolean> call) {
      this(name, intervalMillis, call, new ArrayList<>(), new int[1]);
    }

    void run(long end) {
      while (System.nanoTime() < end) {
        long start = System.nanoTime();
        try {
          if (!call.call()) failed[0]++;
        } catch (Exception e) {
          failed[0]++;
        }
        nanos.add(System.nanoTime() - start);
        try {
          Thread.sleep(intervalMillis);
        } catch (InterruptedException e) {
          return;
        }
      }
    }

    void print(String phase) {
      nanos.sort(null);
      System.out.printf(
          "%-28s %-18s %8d %8.1f %8.1f %8.1f %d%n",
          phase, name, nanos.size(), millis(0.5), millis(0.99), millis(1), failed[0]);
    }

    private double millis(double quantile) {
      return nanos.get((int) Math.min(nanos.size() - 1, Math.round(nanos.size() * quantile))) / 1e6;
    }
  }

  /** A connected player who only says that they are there. */
  private static final class Player implements AutoCloseable, WebSocket.Listener {
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;
    private int number;

    Player(String url) throws Exception {
      var body = CLIENT.send(guest(url), BodyHandlers.ofString()).body();
      var token =
          Json.tree(body.getBytes(StandardCharsets.UTF_8), Limits.DOCUMENT)
              .path("access_token")
              .stringValue();
      socket =
          CLIENT
              .newWebSocketBuilder()
              .buildAsync(
                  URI.create(url.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket"),
                  this)
              .get(10, TimeUnit.SECONDS);
      var _ = socket.sendText("40/game,{\"token\":\"" + token + "\"}", true);
      await("40/game,{");
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      partial.append(data);
      if (last) {
        var message = partial.toString();
        partial.setLength(0);
        if (message.equals("2")) {
          var _ = from.sendText("3", true);
        }
        received.add(message);
      }
      from.request(1);
      return CompletableFuture.completedStage(null);
    }

    boolean heartbeat() throws Exception {
      int id = ++number;
      var _ = socket.sendText("42/game," + id + "[\"game:heartbeat\",{}]", true);
      return await("43/game," + id + "[");
    }

    private boolean await(String start) throws InterruptedException {
      for (var message = poll(); message != null; message = poll()) {
        if (message.startsWith(start)) return true;
      }
      return false;
    }

    private @org.jspecify.annotations.Nullable String poll() throws InterruptedException {
      return received.poll(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
      socket.abort();
    }
  }
}
