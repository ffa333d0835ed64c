package dev.menagerie.bench.socketio;

import dev.menagerie.socketio.Namespace;
import dev.menagerie.socketio.SocketIoServer;
import dev.menagerie.socketio.engineio.EngineSettings;
import dev.menagerie.socketio.limits.ClientBounds;
import dev.menagerie.socketio.netty.NettySettings;
import dev.menagerie.socketio.netty.NettySettings.IoKind;
import dev.menagerie.socketio.packet.EncodedJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Our server under load. Prints its port when it is ready. At each line of input it collects
 * garbage and prints the live bytes of its heap; at the end of input it ends.
 */
final class EchoServer {
  /** All clients come from this machine: one address. */
  private static final int MANY = 1_000_000;

  /** One loop beside the load's: the machine of the published figures has two cores. */
  private static final int LOOPS = Integer.getInteger("bench.loops", 2);

  private EchoServer() {}

  public static void main(String[] arguments) throws IOException {
    SocketIoServer.Builder builder = SocketIoServer.builder();
    if (Boolean.getBoolean("bench.inline")) {
      builder.executor(Runnable::run);
    }
    SocketIoServer server =
        builder
            .netty(
                NettySettings.on("0.0.0.0", 0)
                    .withBounds(
                        ClientBounds.ofThisProcess()
                            .withMaxConnections(MANY)
                            .withMaxPerAddress(MANY, MANY))
                    .withEventLoops(LOOPS, IoKind.valueOf(System.getProperty("bench.io", "BEST"))))
            .engine(
                EngineSettings.at("/socket.io/")
                    .withHeartbeat(
                        Duration.ofMillis(Integer.getInteger("bench.ping", 25_000)),
                        Duration.ofSeconds(20)))
            .build();
    Namespace main = server.main();
    main.onConnect(socket -> socket.join("all"))
        .on("echo", event -> event.ack().send(EncodedJson.utf8(event.raw(0))))
        .on("cast", event -> main.to("all").emit("told", EncodedJson.utf8(event.raw(0))));
    server.start();
    System.out.println(server.port());
    Console.answer();
    server.close();
  }

  /** Prints the heap until the input ends. */
  static final class Console {
    private Console() {}

    static void answer() throws IOException {
      var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        System.gc();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.println(runtime.totalMemory() - runtime.freeMemory());
      }
    }
  }
}
