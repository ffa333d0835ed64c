package dev.menagerie.socketio.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.menagerie.socketio.ProtocolServer;
import dev.menagerie.socketio.SocketIoServer;
import dev.menagerie.socketio.engineio.EngineSettings;
import dev.menagerie.socketio.netty.NettySettings;
import dev.menagerie.socketio.netty.NettySettings.IoKind;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.uring.IoUring;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same whatever the kernel is asked for. */
class IoKindsTest {
  private static boolean isHere(IoKind kind) {
    return switch (kind) {
      case BEST, NIO -> true;
      case EPOLL -> Epoll.isAvailable();
      case IO_URING -> IoUring.isAvailable();
    };
  }

  private static Wire start(IoKind kind) throws IOException {
    var server =
        SocketIoServer.builder()
            .netty(NettySettings.on("127.0.0.1", 0).withEventLoops(2, kind))
            .engine(EngineSettings.at("/socket.io/").withMaxPayload(200_000))
            .build();
    ProtocolServer.echo(server.main());
    return new Wire(server.start());
  }

  @ParameterizedTest
  @EnumSource(IoKind.class)
  void bothTransportsAndTheUpgradeWork(IoKind kind) throws IOException {
    assumeTrue(isHere(kind), "this machine has no " + kind);
    try (Wire wire = start(kind)) {
      String target = wire.poll(Wire.SOCKET_IO);
      assertThat(wire.post(target, "40").body()).isEqualTo("ok");
      assertThat(Wire.greeting(() -> wire.get(target))).startsWith("40{").contains("auth");
      try (RawWebSocket socket =
          RawWebSocket.open(wire.port(), target.replace("polling", "websocket"))) {
        socket.text("2probe");
        assertThat(socket.readText()).isEqualTo("3probe");
        socket.text("5");
        String big = "x".repeat(150_000);
        for (int i = 0; i < 20; i++) {
          socket.text("42" + i + "[\"message-with-ack\",\"" + big + "\"]");
        }
        for (int i = 0; i < 20; i++) {
          assertThat(socket.readText()).isEqualTo("43" + i + "[\"" + big + "\"]");
        }
        socket.frame(RawWebSocket.FINAL | RawWebSocket.CLOSE, new byte[0]);
        assertThat(socket.readClose()).isEqualTo(1000);
      }
    }
  }
}
