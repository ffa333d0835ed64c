package dev.menagerie.server.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code docs/tutorial-cards.md} says works as it says. */
class TutorialTest {
  private static final Pattern BLOCK = Pattern.compile("```(json)?\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  void theSetOfTheTutorialIsPlayed() throws IOException {
    String page = Files.readString(Path.of("../docs/tutorial-cards.md"));
    List<String> blocks = BLOCK.matcher(page).results().map(block -> block.group(2)).toList();
    Path cards = Files.createDirectories(folder.resolve("cards"));
    Path decks = Files.createDirectories(folder.resolve("decks"));
    Path set = cards.resolve("heath.json");
    Cli.run("cards", "new", set.toString());
    assertThat(Cli.run("cards", "show", set.toString(), "--card", "heath-lantern").out().strip())
        .isEqualTo(with(blocks, "Heath Lantern (heath-lantern)").strip());

    ObjectNode hound = (ObjectNode) tree(with(blocks, "\"heath-hound\""));
    add(set, hound);
    Cli.Result slip = Cli.run("cards", "check", set.toString());
    assertThat(slip.exitCode()).isEqualTo(1);
    assertThat(slip.out()).contains("cards[4].abilities[0].text: unknown phrase");

    ((ArrayNode) hound.path("abilities")).set(0, tree(with(blocks, "you may draw a card")));
    Files.delete(set);
    Cli.run("cards", "new", set.toString());
    add(set, hound);
    Files.writeString(decks.resolve("heath-walk.txt"), with(blocks, "Deck: Heath Walk"));
    String[] both = {"--cards", cards.toString(), "--decks", decks.toString()};

    Cli.Result checked = Cli.run("cards", "check", both[0], both[1], both[2], both[3]);
    assertThat(checked.exitCode()).as(checked.out() + checked.err()).isZero();
    Cli.Result played =
        Cli.run(
            "simulate",
            both[0],
            both[1],
            both[2],
            both[3],
            "--rules",
            "pocket",
            "--bots",
            "greedy",
            "--games",
            "42");
    assertThat(played.exitCode()).as(played.err()).isZero();
    assertThat(played.out()).contains("Heath Walk");
  }

  private static void add(Path set, JsonNode card) throws IOException {
    ObjectNode file = (ObjectNode) tree(Files.readString(set));
    ((ArrayNode) file.path("cards")).add(card);
    Files.writeString(set, Json.text(file));
  }

  private static JsonNode tree(String json) {
    return Json.tree(json.getBytes(StandardCharsets.UTF_8), Limits.DOCUMENT);
  }

  private static String with(List<String> blocks, String part) {
    return blocks.stream().filter(block -> block.contains(part)).findFirst().orElseThrow();
  }
}
