package dev.menagerie.socketio.clients;

import dev.menagerie.socketio.SocketIoServer;
import dev.menagerie.socketio.netty.Compression;
import dev.menagerie.testkit.ForeignProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The official JavaScript client and the Python client, each in its own runtime. */
class ForeignClientTest {
  private static final Path JS = Path.of("src/test/js").toAbsolutePath();
  private static final Path PYTHON = Path.of("src/test/python/official_client.py").toAbsolutePath();

  @AutoClose private final SocketIoServer server = TestServer.start();

  ForeignClientTest() throws IOException {}

  @Test
  void javaScript() throws Exception {
    var work = Path.of("target/js-clients").toAbsolutePath();
    ForeignProgram.installNode(JS, work);
    run(work, "node", "--test", "--test-reporter=tap", "official-client.test.mjs");
  }

  /** The same, and all of it compressed: the client asks for that by itself. */
  @Test
  void javaScriptCompressed() throws Exception {
    var work = Path.of("target/js-clients-compressed").toAbsolutePath();
    ForeignProgram.installNode(JS, work);
    try (var compressed = TestServer.start(Optional.of(Compression.standard()))) {
      var environment = Map.of("PORT", Integer.toString(compressed.port()), "COMPRESSED", "yes");
      var command = List.of("node", "--test", "--test-reporter=tap", "official-client.test.mjs");
      ForeignProgram.run(work, environment, command);
    }
  }

  @Test
  void python() throws Exception {
    // Debian's own interpreter: the one that Debian's python3-socketio is installed for.
    ForeignProgram.requires("/usr/bin/python3", "-c", "import socketio, websocket, requests");
    run(Path.of("").toAbsolutePath(), "/usr/bin/python3", PYTHON.toString());
  }

  private void run(Path directory, String... command) throws IOException, InterruptedException {
    var port = Map.of("PORT", Integer.toString(server.port()));
    ForeignProgram.run(directory, port, List.of(command));
  }
}
