package dev.menagerie.cards.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.cards.scenario.Scenarios;
import dev.menagerie.cards.set.CardFiles;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.cards.text.CardText;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.rules.card.CardDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The card that {@code docs/cards.md} builds step by step can be built, reads as shown and works.
 */
class GuideTest {
  private static final Pattern JSON_BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

  @Test
  void theCardOfTheGuideWorks() throws IOException {
    String guide = Files.readString(Path.of("../docs/cards.md"));
    List<JsonNode> blocks =
        JSON_BLOCK
            .matcher(guide)
            .results()
            .map(block -> block.group(1).strip())
            .filter(block -> block.startsWith("{"))
            .map(block -> Json.tree(block.getBytes(StandardCharsets.UTF_8), Limits.DOCUMENT))
            .toList();
    ObjectNode card = (ObjectNode) blocks.get(1);
    ArrayNode attacks = (ArrayNode) card.get("attacks");
    attacks.add(blocks.get(2)).add(blocks.get(3)).add(blocks.get(4));
    card.putArray("abilities").add(blocks.get(5));
    CardText text = CardText.of(Json.bind(card, CardDefinition.class));
    ObjectNode scenario = (ObjectNode) blocks.get(6);
    scenario.set("cards", scenario.arrayNode().add(card));

    assertThat(guide).contains("*" + text.attacks().get(1) + "*");
    assertThat(guide).contains("*" + text.attacks().get(2) + "*");
    assertThat(new Scenarios(CardSets.load()).run("guide", scenario.toString()).toString())
        .startsWith("passed");
  }

  @Test
  void theReportedMistakesAreThoseOfTheGuide() throws IOException {
    String guide = Files.readString(Path.of("../docs/cards.md"));
    String body =
        JSON_BLOCK
            .matcher(guide)
            .results()
            .map(block -> block.group(1))
            .filter(block -> block.contains("\"gorsefinch\""))
            .findFirst()
            .orElseThrow();
    String misspelt = body.replace("\"retreat\"", "\"retreet\"");
    String item =
        "{\"type\":\"trainer\",\"id\":\"%s\",\"name\":\"%1$s\",\"kind\":\"item\",\"text\":\"%s\"}";
    String fourth =
        String.join(
            ",",
            item.formatted("a", "Draw 2 cards."),
            item.formatted("b", "Draw 2 cards."),
            item.formatted("c", "Draw 2 cards."),
            item.formatted("d", "Draw two cards."));

    assertThat(guide).contains("```\n" + reported("moorland.json", misspelt) + "```");
    assertThat(guide).contains("```\n" + reported("my-cards/moorland.json", fourth) + "```");
  }

  /** What {@code cards check} prints of a set of these cards, line by line. */
  private static String reported(String file, String cards) {
    String set =
        "{\"set\":{\"id\":\"moorland\",\"name\":\"Moorland\",\"version\":\"0.1.0\"},\"cards\":["
            + cards
            + "]}";
    return CardFiles.problems(List.of(new CardFiles.Source(file, set)), List.of()).stream()
        .map(problem -> problem + "\n")
        .collect(Collectors.joining());
  }

  @Test
  void theScenarioOfTheRulesPageWorks() throws IOException {
    String page = Files.readString(Path.of("../docs/rules.md"));
    String scenario =
        JSON_BLOCK
            .matcher(page)
            .results()
            .map(block -> block.group(1))
            .filter(block -> block.contains("\"steps\""))
            .findFirst()
            .orElseThrow();

    assertThat(new Scenarios(CardSets.load()).run("page", scenario).toString())
        .startsWith("passed");
  }
}
