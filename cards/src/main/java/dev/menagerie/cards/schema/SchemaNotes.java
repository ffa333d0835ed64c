package dev.menagerie.cards.schema;

import dev.menagerie.cards.set.Resource;
import dev.menagerie.cards.text.WordOutlines;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Explains a schema to the editor of an author: every member gets a description and an example,
 * every word of the vocabulary what it says on a card, and texts are allowed where programs are.
 */
final class SchemaNotes {
  private static final String NOTES = "/menagerie/schema-notes.json";
  private static final String DESCRIPTION = "description";
  private static final String EXAMPLES = "examples";
  private static final String TEXT = "text";

  /** Definitions that may be written as they are read. */
  private static final List<String> WRITTEN =
      List.of("Attack", "CardDefinitionTrainer", "CardDefinitionEnergy");

  private final JsonNode notes =
      Json.tree(Resource.text(NOTES).getBytes(StandardCharsets.UTF_8), Limits.DOCUMENT);

  /** Adds everything to a schema of card sets. */
  static ObjectNode added(ObjectNode schema) {
    SchemaNotes notes = new SchemaNotes();
    ObjectNode definitions = (ObjectNode) schema.path("$defs");
    notes.texts(definitions);
    definitions
        .properties()
        .forEach(definition -> notes.members(definition.getKey(), definition.getValue()));
    notes.words(definitions);
    return schema;
  }

  private void texts(ObjectNode definitions) {
    for (String name : WRITTEN) {
      ((ObjectNode) definitions.path(name).path("properties"))
          .putObject(TEXT)
          .put("type", "string");
    }
    ObjectNode ability = definitions.putObject("AbilityText");
    ability.put("type", "object");
    ObjectNode members = ability.putObject("properties");
    members.putObject("name").put("type", "string");
    members.putObject(TEXT).put("type", "string");
    ability.putArray("required").add("name").add(TEXT);
    ability.put("additionalProperties", false);
    ((ArrayNode) definitions.path("Ability").path("oneOf"))
        .addObject()
        .put("$ref", "#/$defs/AbilityText");
  }

  private void members(String owner, JsonNode definition) {
    definition
        .path("properties")
        .properties()
        .forEach(member -> {
          ObjectNode described = (ObjectNode) member.getValue();
          JsonNode note = note(owner, member.getKey());
          if (!described.has("const") && note.isObject()) {
            described.set(DESCRIPTION, note.path(DESCRIPTION));
            described.putArray(EXAMPLES).add(note.path("example"));
          }
        });
  }

  /** What is known of a member of one definition or, where that says nothing, of all members. */
  private JsonNode note(String owner, String member) {
    JsonNode own = notes.path(owner + "." + member);
    return own.isMissingNode() ? notes.path(member) : own;
  }

  private void words(ObjectNode definitions) {
    for (Map.Entry<String, String> outline : WordOutlines.all().entrySet()) {
      if (definitions.path(outline.getKey()) instanceof ObjectNode word) {
        word.put(DESCRIPTION, "On the card: " + outline.getValue());
      }
    }
  }
}
