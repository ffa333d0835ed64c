package dev.menagerie.socketio.clients;

import dev.menagerie.socketio.Admission;
import dev.menagerie.socketio.IncomingEvent;
import dev.menagerie.socketio.Namespace;
import dev.menagerie.socketio.SocketIoServer;
import dev.menagerie.socketio.engineio.EngineSettings;
import dev.menagerie.socketio.netty.Compression;
import dev.menagerie.socketio.netty.NettySettings;
import dev.menagerie.socketio.packet.EncodedJson;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** The server for tests with the official clients: one namespace with a little of everything. */
final class TestServer {
  private TestServer() {}

  static SocketIoServer start() throws IOException {
    return start(Optional.empty());
  }

  static SocketIoServer start(Optional<Compression> compression) throws IOException {
    var plain = NettySettings.on("127.0.0.1", 0);
    SocketIoServer server =
        SocketIoServer.builder()
            .netty(compression.map(plain::withCompression).orElse(plain))
            .engine(
                EngineSettings.at("/socket.io/")
                    .withHeartbeat(Duration.ofMillis(500), Duration.ofSeconds(2)))
            .build();
    setUp(server.namespace("/game"));
    return server.start();
  }

  private static void setUp(Namespace game) {
    game.use(request ->
            request.auth().path("token").asString("").equals("good")
                ? Admission.admit()
                : Admission.refuse(
                    "unauthenticated", EncodedJson.of("{\"code\":\"unauthenticated\"}")))
        .onConnect(socket -> socket.emit("welcome", socket.transport()))
        .on("echo", event -> event.socket().emit("echo", all(event)))
        .on("ask", event -> event.ack().send(all(event)))
        .on("join", event -> join(event, event.json(0).stringValue()))
        .on(
            "tell",
            event ->
                game.to(event.json(0).stringValue())
                    .except(event.socket().id())
                    .emit("told", event.json(1)))
        .on("transport", event -> event.ack().send(event.socket().transport()))
        .on("put me out", event -> event.socket().disconnect())
        .on("cut me off", event -> event.socket().closeTransport())
        .on("question me", TestServer::question);
  }

  private static void question(IncomingEvent event) {
    var _ =
        event
            .socket()
            .emitWithAck(Duration.ofSeconds(5), "question", 6, 7)
            .thenAccept(reply -> event.socket().emit("so you say", reply.json(0)));
  }

  private static void join(IncomingEvent event, String room) {
    event.socket().join(room);
    event.ack().send(event.socket().namespace().countIn(room));
  }

  private static Object[] all(IncomingEvent event) {
    Object[] arguments = new Object[event.size()];
    Arrays.setAll(arguments, event::json);
    return arguments;
  }
}
