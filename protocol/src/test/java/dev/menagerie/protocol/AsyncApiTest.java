package dev.menagerie.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.menagerie.cards.house.Presets;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.SchemaDescriptions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The AsyncAPI document is consistent, and real messages match it. */
class AsyncApiTest {
  private static final ObjectNode DOCUMENT = AsyncApi.document("test");

  private static Schema schema(JsonNode payload) {
    var schema = JsonNodeFactory.instance.objectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.putObject("components").set("schemas", DOCUMENT.get("components").get("schemas"));
    schema.setAll((ObjectNode) payload.deepCopy());
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Json.text(schema), InputFormat.JSON);
  }

  private static List<Error> errors(Schema schema, JsonNode value) {
    return schema.validate(Json.text(value), InputFormat.JSON);
  }

  private static JsonNode message(String name) {
    return DOCUMENT.get("components").get("messages").get(name);
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    var references = DOCUMENT.findValuesAsString("$ref");

    assertThat(references).isNotEmpty();
    for (var reference : references) {
      assertThat(DOCUMENT.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
    }
  }

  @Test
  void everySchemaMemberAndMessageHasADescriptionAndAnExample() {
    assertThat(SchemaDescriptions.missing(DOCUMENT)).isEmpty();
    for (var message : DOCUMENT.at("/components/messages")) {
      assertThat(message.path("summary").asString("")).as(message.toString()).isNotEmpty();
      assertThat(message.path("examples")).isNotEmpty();
    }
  }

  @Test
  void nothingIsDescribedThatDoesNotExist() {
    var descriptions = AsyncApi.descriptions();
    AsyncApi.document("test", descriptions);

    assertThat(descriptions.unused()).isEmpty();
  }

  @Test
  void theExampleOfEverySchemaFitsIt() {
    DOCUMENT
        .at("/components/schemas")
        .forEachEntry((name, schema) ->
            assertThat(errors(schema(schema), schema.get("examples").get(0))).as(name).isEmpty());
  }

  @Test
  void everyMessageIsSentOrReceived() {
    for (var event : ClientMessage.Event.values()) {
      var operation = DOCUMENT.get("operations").get(event.wireName());
      assertThat(operation.get("action").asString()).isEqualTo("receive");
      assertThat(operation.get("reply").get("messages")).isNotEmpty();
    }
    for (var event : ServerMessage.Event.values()) {
      assertThat(DOCUMENT.get("operations").get(event.wireName()).get("action").asString())
          .isEqualTo("send");
    }
    for (var event : LobbyMessage.Event.values()) {
      var operation = DOCUMENT.get("operations").get(event.wireName());
      assertThat(operation.get("channel").get("$ref").asString()).isEqualTo("#/channels/lobby");
    }
    for (var event : LobbyMessage.SHARED) {
      assertThat(DOCUMENT.get("operations").has(event.wireName() + "@lobby")).isTrue();
    }
    assertThat(DOCUMENT.get("channels").get("lobby").get("address").asString()).isEqualTo("/lobby");
    assertThat(DOCUMENT.get("asyncapi").asString()).isEqualTo("3.0.0");
    assertThat(DOCUMENT.get("channels").get("game").get("address").asString()).isEqualTo("/game");
  }

  @Test
  void everyExampleFitsItsSchema() {
    for (var name : List.copyOf(DOCUMENT.get("components").get("messages").propertyNames())) {
      var example = message(name).get("examples").get(0).get("payload");

      var errors = errors(schema(message(name).get("payload")), example);

      assertThat(errors).as(name).isEmpty();
    }
  }

  @Test
  void messagesOutsideTheSchemaAreRefused() {
    var example = (ObjectNode) Examples.client(ClientMessage.Event.ACTION).deepCopy();
    example.put("surprise", true);

    assertThat(errors(schema(message("game:action").get("payload")), example)).isNotEmpty();
    var state = (ObjectNode) Examples.server(ServerMessage.Event.STATE).deepCopy();
    ((ObjectNode) state.get("state")).remove("legal_actions");
    ((ObjectNode) state.get("state")).put("hidden", "card");
    assertThat(errors(schema(message("game:state").get("payload")), state)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"standard,11", "pocket,12", "house,13"})
  void realStatesFitTheDocument(String preset, long seed) {
    var wire = JsonNodeFactory.instance.objectNode();
    wire.put("$ref", "#/components/schemas/GameState");
    var schema = schema(wire);
    var rules = Presets.named(preset).orElseThrow();
    StateShapeTest.play(
        rules,
        seed,
        state -> {
          for (var viewer : StateShapeTest.VIEWERS) {
            var json = Json.toTree(StateShapeTest.seen(rules, state, viewer));
            assertThat(errors(schema, json)).as("seed %d", seed).isEmpty();
          }
        });
  }
}
