package dev.menagerie.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.codec.SnakeCase;
import dev.menagerie.rules.command.Rejection;
import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.state.EndReason;
import dev.menagerie.rules.view.Action;
import dev.menagerie.rules.view.EventView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The protocol's page describes every message, with the examples of the files. */
class ProtocolDocsTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final Path EXAMPLES = Path.of("src", "main", "resources", "examples");
  private static final Pattern SHOWN =
      Pattern.compile("<!-- example: (\\S+) -->\\n```json\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern COPIED =
      Pattern.compile("<!-- file: (\\S+) -->\\n```js\\n(.*?)```", Pattern.DOTALL);

  private static String page = "";

  @BeforeAll
  static void read() throws IOException {
    page = Files.readString(DOCS.resolve("protocol.md"));
  }

  @Test
  void shownSnippetsAreTheExamples() throws IOException {
    var shown = SHOWN.matcher(page).results().toList();

    assertThat(shown).hasSizeGreaterThan(30);
    for (var block : shown) {
      var file = Files.readAllBytes(EXAMPLES.resolve(block.group(1) + ".json"));
      var text = block.group(2).getBytes(StandardCharsets.UTF_8);
      assertThat(Json.tree(text, Limits.DOCUMENT))
          .as(block.group(1))
          .isEqualTo(Json.tree(file, Limits.DOCUMENT));
    }
  }

  @Test
  void everyMessageActionAndReplyIsShown() {
    var wanted = new ArrayList<String>();
    for (var event : ClientMessage.Event.values()) {
      wanted.add("client/" + event.wireName().replace(':', '-'));
    }
    for (var event : ServerMessage.Event.values()) {
      wanted.add("server/" + event.wireName().replace(':', '-'));
    }
    for (var event : LobbyMessage.Event.values()) {
      wanted.add("server/" + event.wireName().replace(':', '-'));
    }
    for (var action : Action.class.getPermittedSubclasses()) {
      wanted.add("actions/" + SnakeCase.of(action.getSimpleName()));
    }
    for (var reply : List.of("acted", "acted_delta", "replayed", "joined", "done", "refused")) {
      wanted.add("replies/" + reply);
    }

    for (var name : wanted) assertThat(page).containsAnyOf(": " + name + " -->");
  }

  @Test
  void everyEventIsShownAsItsExampleIs() {
    for (var event : EventView.class.getPermittedSubclasses()) {
      var name = SnakeCase.of(event.getSimpleName());
      var row =
          page.lines()
              .filter(line -> line.startsWith("| `" + name + "` | `"))
              .findFirst()
              .orElseThrow(() -> new AssertionError(name + " is not told of"));
      var text = row.substring(row.indexOf("| `", 2) + 3, row.lastIndexOf("` |"));
      assertThat(Json.tree(text.getBytes(StandardCharsets.UTF_8), Limits.DOCUMENT))
          .isEqualTo(Examples.event(name));
    }
  }

  @Test
  void everyWordIsExplained() {
    var words = new ArrayList<String>();
    for (var code : ErrorCode.values()) words.add(code.wireName());
    for (var kind : ChoiceKind.values()) words.add(kind.name().toLowerCase(Locale.ROOT));
    for (var reason : EndReason.values()) words.add(reason.name().toLowerCase(Locale.ROOT));

    for (var word : words) assertThat(page).contains("`" + word + "`");
  }

  @Test
  void everyRuleThatForbidsAnActionIsListedWithItsFacts() {
    // The wire has codes of its own for the first two; the others are about clocks and presence.
    var others =
        Set.of(
            Rejection.GameOver.class,
            Rejection.NotYourTurn.class,
            Rejection.ClockReplaced.class,
            Rejection.NoClock.class,
            Rejection.GraceUsed.class,
            Rejection.PresenceUnchanged.class);
    for (var rule : Rejection.class.getPermittedSubclasses()) {
      if (others.contains(rule)) continue;
      var facts =
          Arrays.stream(rule.getRecordComponents())
              .map(fact -> "`" + SnakeCase.of(fact.getName()) + "`")
              .collect(Collectors.joining(" "));
      assertThat(page)
          .contains("| `" + SnakeCase.of(rule.getSimpleName()) + "` | " + facts + " | ");
    }
  }

  @Test
  void theMinimalClientIsTheFile() throws IOException {
    var copied = COPIED.matcher(page).results().toList();

    assertThat(copied).hasSize(1);
    for (var block : copied) {
      assertThat(block.group(2)).isEqualTo(Files.readString(DOCS.resolve(block.group(1))));
    }
  }
}
