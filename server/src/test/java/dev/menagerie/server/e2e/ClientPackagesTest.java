package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.testkit.ForeignProgram;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The client packages of other languages pass their own tests against a server. */
class ClientPackagesTest {
  private static final Path PYTHON = Path.of("../clients/python").toAbsolutePath();

  @Test
  void thePythonPackage() throws Exception {
    // Debian's own interpreter: the one that Debian's python3-socketio is installed for.
    ForeignProgram.requires("/usr/bin/python3", "-c", "import socketio, websocket, requests");

    var output =
        ForeignProgram.run(
            PYTHON,
            Map.of("MENAGERIE_URL", Servers.shared(), "PYTHONDONTWRITEBYTECODE", "1"),
            List.of("/usr/bin/python3", "-m", "unittest", "discover", "tests"));

    assertThat(output.strip()).endsWith("OK");
  }
}
