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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code docs/tutorial-cards.md} says works as it says, in the order in which it says it. */
class TutorialTest {
  private static final Pattern BLOCK = Pattern.compile("```(json)?\n(.*?)```", Pattern.DOTALL);

  private static final String NEW = "cards new my-cards/heath.json";
  private static final String SHOW = "cards show my-cards/heath.json --card heath-lantern";
  private static final String CHECK = "cards check my-cards/heath.json";
  private static final String CHECK_ALL = "cards check --cards my-cards --decks my-decks";

  /** Each pair of decks plays once in both orders: 7 decks in pocket, 8 in standard. */
  private static final int POCKET_GAMES = 42;

  private static final int STANDARD_GAMES = 56;

  @TempDir Path folder;
  private String page = "";
  private List<String> blocks = List.of();

  @BeforeEach
  void readThePage() throws IOException {
    page = Files.readString(Path.of("../docs/tutorial-cards.md"));
    blocks = BLOCK.matcher(page).results().map(block -> block.group(2)).toList();
  }

  @Test
  void theSetOfTheTutorialIsPlayed() throws IOException {
    assertThat(run(NEW).exitCode()).isZero();
    assertThat(run(SHOW).out().strip()).isEqualTo(with("Heath Lantern (heath-lantern)").strip());

    add("\"heath-hound\"");
    assertThat(linesOf(run(CHECK))).containsExactly(with("unknown phrase").strip(), "1 problems");
    correct("you may draw a card");
    assertPasses(run(CHECK));

    write("heath-walk.txt", with("Deck: Heath Walk"));
    assertPasses(run(CHECK_ALL));
    assertThat(simulate("pocket", POCKET_GAMES)).contains("Heath Walk");

    add("\"heath-keeper\"");
    add("\"heath-moss\"");
    write("heath-herd.txt", with("Deck: Heath Herd"));
    assertPasses(run(CHECK_ALL));
    assertThat(simulate("standard", STANDARD_GAMES)).contains("Heath Herd");
  }

  /** Runs a command that the page has, with its folders in the folder of the test. */
  private Cli.Result run(String command) {
    assertThat(page).contains("./menagerie " + command);
    return runHere(command);
  }

  private Cli.Result runHere(String command) {
    return Cli.run(
        Stream.of(command.split(" ", -1))
            .map(word -> word.startsWith("my-") ? folder.resolve(word).toString() : word)
            .toArray(String[]::new));
  }

  /** Plays fewer games than the page says. */
  private String simulate(String rules, int games) {
    String command =
        "simulate --cards my-cards --decks my-decks --rules "
            + rules
            + " --bots greedy --games 100";
    assertThat(page).contains("./menagerie " + command);
    Cli.Result played = runHere(command.replace("--games 100", "--games " + games));
    assertPasses(played);
    return played.out();
  }

  /** What a reader sees who works in the folder of the test. */
  private List<String> linesOf(Cli.Result result) {
    return result.out().replace(folder + "/", "").lines().toList();
  }

  private static void assertPasses(Cli.Result result) {
    assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
  }

  /** Puts a card of the page behind the others. */
  private void add(String part) throws IOException {
    ObjectNode file = set();
    ((ArrayNode) file.path("cards")).add(tree(with(part)));
    Files.writeString(folder.resolve("my-cards/heath.json"), Json.text(file));
  }

  /** Puts an ability of the page in the place of the last card's. */
  private void correct(String part) throws IOException {
    ObjectNode file = set();
    JsonNode cards = file.path("cards");
    ((ArrayNode) cards.path(cards.size() - 1).path("abilities")).set(0, tree(with(part)));
    Files.writeString(folder.resolve("my-cards/heath.json"), Json.text(file));
  }

  private ObjectNode set() throws IOException {
    return (ObjectNode) tree(Files.readString(folder.resolve("my-cards/heath.json")));
  }

  private void write(String deck, String list) throws IOException {
    assertThat(page).contains("`my-decks/" + deck + "`");
    Files.createDirectories(folder.resolve("my-decks"));
    Files.writeString(folder.resolve("my-decks").resolve(deck), list);
  }

  private static JsonNode tree(String json) {
    return Json.tree(json.getBytes(StandardCharsets.UTF_8), Limits.DOCUMENT);
  }

  private String with(String part) {
    return blocks.stream().filter(block -> block.contains(part)).findFirst().orElseThrow();
  }
}
