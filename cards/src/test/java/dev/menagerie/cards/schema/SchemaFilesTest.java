package dev.menagerie.cards.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.menagerie.cards.set.CardFiles;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.cards.set.Resource;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The schemas in {@code cards/schema} are those that the records make, and our files meet them. */
class SchemaFilesTest {
  private static final Path FOLDER = Path.of("schema");

  /** Set to write the files instead of comparing them. */
  private static final boolean WRITE = Boolean.getBoolean("schemas.write");

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  @ParameterizedTest
  @ValueSource(strings = {"card-set", "campaign", "decks", "presets", "rules", "scenario"})
  void everyMemberIsExplainedWithAnExample(String kind) {
    List<String> unexplained = new ArrayList<>();
    explained(kind, schemaOf(kind), unexplained);

    assertThat(unexplained).isEmpty();
  }

  @Test
  void aWordIsExplainedByItsTextOnACard() {
    assertThat(schemaOf("card-set").at("/$defs/EffectDraw/description").asString(""))
        .isEqualTo("On the card: draw …");
  }

  private static ObjectNode schemaOf(String kind) {
    return Objects.requireNonNull(CardSchemas.all().get(kind + ".schema.json"));
  }

  /** Collects the members without a description or an example, in all parts of a schema. */
  private static void explained(String path, JsonNode part, List<String> unexplained) {
    for (Map.Entry<String, JsonNode> member : part.path("properties").properties()) {
      JsonNode value = member.getValue();
      boolean isExplained =
          !value.path("description").asString("").isEmpty() && value.has("examples");
      if (value.isObject() && !value.has("const") && !isExplained) {
        unexplained.add(path + "." + member.getKey());
      }
    }
    part.properties()
        .forEach(inner -> explained(path + "." + inner.getKey(), inner.getValue(), unexplained));
    if (part.isArray()) {
      part.forEach(element -> explained(path, element, unexplained));
    }
  }

  @Test
  void aCardThatIsWrittenAsItIsReadMeetsTheSchema() throws IOException {
    Schema schema = schema("card-set.schema.json");
    String set =
        """
        {"set": {"id": "a", "name": "A", "version": "1"}, "cards": [
          {"type": "pokemon", "id": "b", "name": "B", "stage": "basic", "hp": 60, "types": ["fire"],
           "retreat": 1, "abilities": [{"name": "C", "text": "This Pokémon has +20 HP."}],
           "attacks": [{"name": "D", "cost": [], "damage": 10, "text": "Draw a card."}]},
          {"type": "trainer", "id": "e", "name": "E", "kind": "item", "text": "Draw 2 cards."}]}
        """;
    assertThat(problems(schema, set)).isEmpty();
  }

  @Test
  void committedFilesAreThoseThatAreMade() throws IOException {
    for (Map.Entry<String, ObjectNode> made : CardSchemas.all().entrySet()) {
      Path file = FOLDER.resolve(made.getKey());
      String text = Json.pretty(made.getValue()) + "\n";
      if (WRITE) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, text);
      }
      assertThat(Files.readString(file))
          .as("%s is old; run this test with -Dtests.jvm=-Dschemas.write=true", file)
          .isEqualTo(text);
    }
  }

  @Test
  void theBuiltInSetsMeetTheirSchema() {
    Schema schema = schema("card-set.schema.json");
    for (CardFiles.Source source : CardSets.builtIn()) {
      assertThat(problems(schema, source.json())).as(source.file()).isEmpty();
    }
  }

  @Test
  void theStarterDecksMeetTheirSchema() {
    Schema schema = schema("decks.schema.json");
    for (String file : List.of("standard", "pocket", "house")) {
      String json = Resource.text("/menagerie/decks/" + file + ".json");
      assertThat(problems(schema, json)).as(file).isEmpty();
    }
  }

  @Test
  void thePresetsMeetTheirSchema() {
    assertThat(problems(schema("presets.schema.json"), Resource.text("/menagerie/presets.json")))
        .isEmpty();
  }

  @Test
  void theCampaignMeetsItsSchema() {
    assertThat(problems(schema("campaign.schema.json"), Resource.text("/menagerie/campaign.json")))
        .isEmpty();
  }

  @Test
  void theScenariosMeetTheirSchema() throws IOException {
    Schema schema = schema("scenario.schema.json");
    try (Stream<Path> files = Files.walk(Path.of("src/test/scenarios"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
        assertThat(problems(schema, Files.readString(file))).as(file.toString()).isEmpty();
      }
    }
  }

  @Test
  void aTypingErrorDoesNotMeetIt() {
    Schema schema = schema("card-set.schema.json");
    String json =
        """
        {"set":{"id":"a","name":"A","version":"1"},
         "cards":[{"type":"trainer","id":"x","name":"X","kind":"item",
                   "effects":[{"type":"drawn","count":1}]}]}\
        """;

    assertThat(problems(schema, json)).isNotEmpty();
  }

  private Schema schema(String file) {
    return registry.getSchema(CardSchemas.all().get(file));
  }

  private static List<Error> problems(Schema schema, String json) {
    JsonNode tree = Json.tree(json.getBytes(StandardCharsets.UTF_8), Limits.DOCUMENT);
    return schema.validate(tree);
  }
}
