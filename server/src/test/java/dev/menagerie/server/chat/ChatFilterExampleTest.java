package dev.menagerie.server.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.chat.ChatFilter.ChatDraft;
import dev.menagerie.server.game.GameId;
import dev.menagerie.server.game.UserId;
import dev.menagerie.testkit.ForeignProgram;
import dev.menagerie.testkit.Ports;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The filter that operators start from, as they start it. */
class ChatFilterExampleTest {
  private static final Path EXAMPLE = Path.of("..", "examples", "chat-filter.py");

  @Test
  void starsOutWordsAndRefusesOthers(@TempDir Path directory) throws Exception {
    ForeignProgram.requires("/usr/bin/python3", "--version");
    var words = Files.writeString(directory.resolve("words"), "sly\nfoxy\n!rude\n");
    int port = Ports.free();
    var program =
        new ProcessBuilder(
                "/usr/bin/python3", EXAMPLE.toString(), words.toString(), Integer.toString(port))
            .inheritIO()
            .start();
    try (var filter = new HttpChatFilter(URI.create("http://127.0.0.1:" + port + "/judge"))) {
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .ignoreExceptions()
          .until(() -> judged(filter, "good game"), Optional.of("good game")::equals);
      assertThat(judged(filter, "you Sly, foxy one; slyly")).contains("you ***, **** one; slyly");
      assertThat(judged(filter, "don't be RUDE")).isEmpty();
      assertThat(judged(filter, "Schöner Zug! 👍")).contains("Schöner Zug! 👍");
    } finally {
      program.destroyForcibly().waitFor();
    }
  }

  private static Optional<String> judged(ChatFilter filter, String text)
      throws ChatFilterUnavailable {
    var draft = new ChatDraft(GameId.fresh(), new UserId("u1"), "Ada", new ChatText(text));
    return filter.judge(draft).map(ChatText::value);
  }
}
