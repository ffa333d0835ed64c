package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.protocol.ClientMessage;
import dev.menagerie.protocol.LobbyMessage;
import dev.menagerie.protocol.ServerMessage;
import dev.menagerie.testkit.ForeignProgram;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The documented programs work. */
class DocumentedTest {
  private static final Path EXAMPLES = Path.of("../docs/examples").toAbsolutePath();

  @Test
  void theJavaScriptClientPlaysAWholeGame() throws Exception {
    playsAWholeGame(JavaScript.documented(EXAMPLES.resolve("first-game.mjs"), Servers.shared()));
  }

  @Test
  void thePythonClientPlaysAWholeGame() throws Exception {
    // Debian's own interpreter: the one that Debian's python3-socketio is installed for.
    ForeignProgram.requires("/usr/bin/python3", "-c", "import socketio, websocket, requests");
    playsAWholeGame(
        run("/usr/bin/python3", EXAMPLES.resolve("first_game.py").toString(), Servers.shared()));
  }

  @Test
  void theJavaClientPlaysAWholeGame() throws Exception {
    playsAWholeGame(
        run(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            EXAMPLES.resolve("FirstGame.java").toString(),
            Servers.shared()));
  }

  private static String run(String... command) throws Exception {
    return ForeignProgram.run(Path.of("").toAbsolutePath(), Map.of(), List.of(command));
  }

  private static void playsAWholeGame(String output) {
    assertThat(output.lines())
        .anyMatch(line -> line.matches("(won|lost) by (points|no_pokemon|deck_out|turn_limit)"));
  }

  @Test
  void theAsyncApiDocumentIsServed() {
    var document = Api.of(Servers.shared()).get("/asyncapi.json").ok();

    assertThat(document.path("asyncapi").asString()).isEqualTo("3.0.0");
    assertThat(document.path("operations").size())
        .isEqualTo(
            ClientMessage.Event.values().length
                + ServerMessage.Event.values().length
                + LobbyMessage.Event.values().length
                + LobbyMessage.SHARED.size()
                + 1); // auth:refresh in the lobby
  }
}
