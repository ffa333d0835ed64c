package dev.menagerie.socketio;

import dev.menagerie.socketio.engineio.CloseReason;
import dev.menagerie.socketio.engineio.EncodedPacket;
import dev.menagerie.socketio.engineio.EngineSession;
import dev.menagerie.socketio.engineio.EngineSettings;
import dev.menagerie.socketio.engineio.SessionHandler;
import dev.menagerie.socketio.netty.NettySettings;
import dev.menagerie.socketio.packet.EncodedJson;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

/**
 * The server that the protocols' published test suites expect: it echoes, on {@code /engine.io/}
 * and on {@code /socket.io/}. It can be started manually and probed from outside.
 */
public final class ProtocolServer {
  public static final Duration PING_INTERVAL = Duration.ofMillis(300);
  public static final Duration PING_TIMEOUT = Duration.ofMillis(200);
  public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);

  private ProtocolServer() {}

  /** A server that is not started yet. */
  public static SocketIoServer.Builder builder(int port) {
    return SocketIoServer.builder()
        .netty(NettySettings.on("127.0.0.1", port))
        .engine(EngineSettings.at("/socket.io/").withHeartbeat(PING_INTERVAL, PING_TIMEOUT))
        .settings(SocketIoSettings.standard().withConnectTimeout(CONNECT_TIMEOUT))
        .endpoint(
            EngineSettings.at("/engine.io/").withHeartbeat(PING_INTERVAL, PING_TIMEOUT),
            EngineEcho::new);
  }

  public static SocketIoServer start(int port) throws IOException {
    SocketIoServer server = builder(port).build();
    echo(server.main());
    echo(server.namespace("/custom"));
    return server.start();
  }

  private static final AttributeKey<EncodedJson> AUTH = AttributeKey.of("auth", EncodedJson.class);

  public static void echo(Namespace namespace) {
    namespace
        .use(request -> {
          request.attach(AUTH, EncodedJson.utf8(request.rawAuth().orElse(new byte[] {'{', '}'})));
          return Admission.admit();
        })
        .onConnect(socket -> socket.emit("auth", socket.attribute(AUTH).orElseThrow()))
        .on("message", event -> event.socket().emit("message-back", arguments(event)))
        .on("message-with-ack", event -> event.ack().send(arguments(event)));
  }

  private static Object[] arguments(IncomingEvent event) {
    Object[] arguments = new Object[event.size()];
    Arrays.setAll(arguments, event::json);
    return arguments;
  }

  /** Sends every message back over Engine.IO alone. */
  public static final class EngineEcho implements SessionHandler {
    private final EngineSession session;

    public EngineEcho(EngineSession session) {
      this.session = session;
    }

    @Override
    public void text(byte[] packet) {
      session.send(EncodedPacket.message(Arrays.copyOfRange(packet, 1, packet.length)));
    }

    @Override
    public void binary(byte[] message) {
      session.send(EncodedPacket.binary(message));
    }

    @Override
    public void closed(CloseReason reason) {}
  }

  /** Starts the server at the port given, for suites that run elsewhere. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    SocketIoServer server = start(Integer.parseInt(arguments[0]));
    System.out.println("listening on " + server.port());
    Thread.currentThread().join();
  }
}
