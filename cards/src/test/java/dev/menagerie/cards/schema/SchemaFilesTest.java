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
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
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

  @ParameterizedTest
  @ValueSource(strings = {"card-set", "campaign", "decks", "presets", "rules", "scenario"})
  void everyExampleIsAValueOfItsMember(String kind) {
    ObjectNode document = schemaOf(kind);
    ObjectNode members = JsonNodeFactory.instance.objectNode();
    ObjectNode examples = JsonNodeFactory.instance.objectNode();
    examples(kind, document, members, examples);
    ObjectNode probe = JsonNodeFactory.instance.objectNode();
    probe.set("$defs", document.path("$defs"));
    probe.set("properties", members);

    assertThat(examples.size()).isPositive();
    assertThat(registry.getSchema(probe).validate(examples)).isEmpty();
  }

  /** Collects each member's schema and its example under its path. */
  private static void examples(
      String path, JsonNode part, ObjectNode members, ObjectNode examples) {
    for (Map.Entry<String, JsonNode> member : part.path("properties").properties()) {
      String at = path + "." + member.getKey();
      if (member.getValue().path("examples").isArray()) {
        members.set(at, member.getValue());
        examples.set(at, member.getValue().path("examples").get(0));
      }
    }
    for (Map.Entry<String, JsonNode> inner : parts(part)) {
      examples(path + "." + inner.getKey(), inner.getValue(), members, examples);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"card-set", "campaign", "decks", "presets", "rules", "scenario"})
  void aMemberThatMustBeGivenIsNotExplainedAsAbsent(String kind) {
    List<String> wrong = new ArrayList<>();
    required(kind, schemaOf(kind), wrong);

    assertThat(wrong).isEmpty();
  }

  private static void required(String path, JsonNode part, List<String> wrong) {
    for (JsonNode member : part.path("required")) {
      String name = member.asString("");
      String text = part.path("properties").path(name).path("description").asString("");
      if (text.toLowerCase(Locale.ROOT).contains("absent")) {
        wrong.add(path + "." + name + ": " + text);
      }
    }
    for (Map.Entry<String, JsonNode> inner : parts(part)) {
      required(path + "." + inner.getKey(), inner.getValue(), wrong);
    }
  }

  /** The members of an object, or the elements of an array by their places. */
  private static List<Map.Entry<String, JsonNode>> parts(JsonNode part) {
    List<Map.Entry<String, JsonNode>> parts = new ArrayList<>(part.properties());
    for (int i = 0; part.isArray() && i < part.size(); i++) {
      parts.add(Map.entry(String.valueOf(i), part.path(i)));
    }
    return parts;
  }

  @Test
  void membersOfOneNameAreExplainedByTheirWord() {
    ObjectNode set = schemaOf("card-set");

    assertThat(text(set, "AbilityActivated", "name")).startsWith("The ability's printed name");
    assertThat(text(set, "TriggerSomeEvolved", "of")).startsWith("Whose Pokémon");
    assertThat(text(set, "StaticExtraEnergy", "by")).startsWith("How much more energy");
    assertThat(text(set, "EffectDamage", "amount")).isEqualTo("How much damage.");
    assertThat(text(schemaOf("scenario"), "Step", "legal"))
        .isEqualTo("Actions that must be possible now.");
  }

  private static String text(ObjectNode schema, String word, String member) {
    return schema.at("/$defs/" + word + "/properties/" + member + "/description").asString("");
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
