package dev.menagerie.socketio.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.socketio.SocketIoServer;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server and raw connections to it. */
final class Wire implements AutoCloseable {
  static final String SOCKET_IO = "/socket.io/?EIO=4&transport=";
  static final String ENGINE_IO = "/engine.io/?EIO=4&transport=";

  private static final Pattern SID = Pattern.compile("\"sid\":\"([^\"]+)\"");

  private final SocketIoServer server;

  Wire(SocketIoServer server) {
    this.server = server;
  }

  int port() {
    return server.port();
  }

  RawHttp http() throws IOException {
    return new RawHttp(port());
  }

  /** One request on a connection of its own. */
  RawHttp.Response get(String target, String... headers) throws IOException {
    try (RawHttp http = http()) {
      return http.get(target, headers);
    }
  }

  RawHttp.Response post(String target, String body) throws IOException {
    try (RawHttp http = http()) {
      return http.post(target, body);
    }
  }

  /** Opens a polling session and gives the target for its requests. */
  String poll(String endpoint) throws IOException {
    RawHttp.Response open = get(endpoint + "polling");
    assertThat(open.status()).isEqualTo(200);
    return endpoint + "polling&sid=" + sid(open.body());
  }

  static String sid(String open) {
    Matcher sid = SID.matcher(open);
    assertThat(sid.find()).as(open).isTrue();
    return sid.group(1);
  }

  /** Opens a WebSocket session; its open packet is read. */
  RawWebSocket webSocket(String endpoint) throws IOException {
    RawWebSocket socket = RawWebSocket.open(port(), endpoint + "websocket");
    assertThat(socket.readText()).startsWith("0{");
    return socket;
  }

  /** Opens a WebSocket session that is in this namespace; its greeting is read. */
  RawWebSocket joined(String connect) throws IOException {
    RawWebSocket socket = webSocket(SOCKET_IO);
    socket.text(connect);
    assertThat(socket.readText()).startsWith("40");
    assertThat(socket.readText()).contains("\"auth\"");
    return socket;
  }

  /** What polling brings to a newcomer, in one answer or two. */
  static String greeting(Poll poll) throws IOException {
    String first = poll.answer().body();
    return first.contains("auth") ? first : first + poll.answer().body();
  }

  interface Poll {
    RawHttp.Response answer() throws IOException;
  }

  @Override
  public void close() {
    server.close();
  }
}
