package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.protocol.ClientMessage;
import dev.menagerie.protocol.ServerMessage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the documentation says works, works. */
class DocumentedTest {
  @Test
  void theMinimalClientPlaysAWholeGame() throws Exception {
    var said = JavaScript.documented(Path.of("../docs/examples/first-game.mjs"), Servers.shared());

    assertThat(said.lines())
        .anyMatch(line -> line.matches("(won|lost) by (points|no_pokemon|deck_out|turn_limit)"));
  }

  @Test
  void theAsyncApiDocumentIsServed() {
    var document = Api.of(Servers.shared()).get("/asyncapi.json").ok();

    assertThat(document.path("asyncapi").asString()).isEqualTo("3.0.0");
    assertThat(document.path("operations").size())
        .isEqualTo(ClientMessage.Event.values().length + ServerMessage.Event.values().length);
  }
}
