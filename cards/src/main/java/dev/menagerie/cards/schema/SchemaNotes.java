package dev.menagerie.cards.schema;

import dev.menagerie.cards.picture.ArtHint;
import dev.menagerie.cards.text.WordOutlines;
import dev.menagerie.codec.JsonSchema;
import dev.menagerie.codec.SchemaDescriptions;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Explains a schema to the editor of an author: every member gets a description and an example,
 * every word of the vocabulary what it says on a card, and texts are allowed where programs are,
 * hints for pictures in every card.
 */
final class SchemaNotes {
  private static final String NOTES = "/menagerie/schema-notes.json";
  private static final String TEXT = "text";
  private static final String ART = "art";

  private static final List<String> CARDS =
      List.of("CardDefinitionPokemon", "CardDefinitionTrainer", "CardDefinitionEnergy");

  /** Definitions that may be written as they are read. */
  private static final List<String> WRITTEN =
      List.of("Attack", "CardDefinitionTrainer", "CardDefinitionEnergy");

  private final JsonNode notes = SchemaDescriptions.read(SchemaNotes.class, NOTES);

  /**
   * Adds everything to a schema of files.
   *
   * @param name the kind of file, which owns the members outside of definitions
   */
  static void add(ObjectNode schema, String name) {
    SchemaNotes notes = new SchemaNotes();
    if (schema.path("$defs") instanceof ObjectNode definitions && definitions.has("Attack")) {
      notes.texts(definitions);
      notes.art(definitions);
      notes.words(definitions);
    }
    notes.explain(schema, name);
  }

  /** Explains the members of this part of a schema and of all its parts. */
  private void explain(JsonNode part, String owner) {
    members(owner, part);
    for (Map.Entry<String, JsonNode> inner : part.properties()) {
      boolean isDefinitions = inner.getKey().equals("$defs");
      boolean isMembers = inner.getKey().equals("properties");
      for (JsonNode element : inner.getValue().isArray() ? inner.getValue() : List.<JsonNode>of()) {
        explain(element, owner);
      }
      if (!isDefinitions && !isMembers) {
        explain(inner.getValue(), owner);
        continue;
      }
      for (Map.Entry<String, JsonNode> named : inner.getValue().properties()) {
        explain(named.getValue(), isDefinitions ? named.getKey() : owner + "." + named.getKey());
      }
    }
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

  /** Hints for pictures stand in a card and are no part of it. */
  private void art(ObjectNode definitions) {
    ObjectNode hint = JsonSchema.document(ART, ART, ArtHint.class);
    hint.path("$defs").properties().forEach(one -> definitions.set(one.getKey(), one.getValue()));
    for (String card : CARDS) {
      ((ObjectNode) definitions.path(card).path("properties"))
          .putObject(ART)
          .put("$ref", hint.path("$ref").stringValue());
    }
  }

  private void members(String owner, JsonNode definition) {
    for (Map.Entry<String, JsonNode> member : definition.path("properties").properties()) {
      JsonNode note = note(owner, member.getKey());
      if (member.getValue() instanceof ObjectNode shared
          && !shared.has("const")
          && note.isObject()) {
        ObjectNode described = shared.deepCopy(); // members of one kind may share their node
        described.set("description", note.path("description"));
        described.putArray("examples").add(note.path("example"));
        member.setValue(described);
      }
    }
  }

  /**
   * What is known of a member of one definition or, where that says nothing, of all members. A
   * group of house rules is the same in every file.
   */
  private JsonNode note(String owner, String member) {
    String group = owner.substring(owner.lastIndexOf('.') + 1);
    for (String key : List.of(owner + "." + member, "*." + group + "." + member)) {
      if (notes.has(key)) {
        return notes.path(key);
      }
    }
    return notes.path(member);
  }

  private void words(ObjectNode definitions) {
    for (Map.Entry<String, String> outline : WordOutlines.all().entrySet()) {
      if (definitions.path(outline.getKey()) instanceof ObjectNode word) {
        word.put("description", "On the card: " + outline.getValue());
      }
    }
  }
}
