package dev.menagerie.cards.house;

import dev.menagerie.rules.config.Field;
import dev.menagerie.rules.config.RulesFields;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The schema of house rules: a preset's name, or an object with any field over a preset. */
public final class RulesSchema {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private RulesSchema() {}

  /**
   * The JSON Schema of a file of rules.
   *
   * @param id the {@code $id} of the document
   */
  public static ObjectNode document(String id) {
    ObjectNode document = NODES.objectNode();
    document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    document.put("$id", id);
    document.put("title", "Menagerie house rules");
    document.setAll(rules());
    return document;
  }

  /** The schema of a file of presets. */
  public static ObjectNode presetsDocument(String id) {
    ObjectNode document = NODES.objectNode();
    document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    document.put("$id", id);
    document.put("title", "Menagerie presets");
    document.put("type", "object");
    ObjectNode preset = overlay();
    ObjectNode members = (ObjectNode) preset.get("properties");
    members.putObject("name").put("type", "string");
    members.putObject("preset").put("type", "string");
    preset.putArray("required").add("name");
    ObjectNode presets = document.putObject("properties").putObject("presets");
    presets.put("type", "array").set("items", preset);
    document.putArray("required").add("presets");
    document.put("additionalProperties", false);
    return document;
  }

  /** The schema alone, for use inside another one. */
  public static ObjectNode rules() {
    ObjectNode either = NODES.objectNode();
    ArrayNode cases = either.putArray("oneOf");
    cases.add(presets());
    cases.add(overlay());
    return either;
  }

  private static ObjectNode presets() {
    ObjectNode presets = NODES.objectNode();
    ArrayNode names = presets.putArray("enum");
    Presets.names().forEach(names::add);
    return presets;
  }

  private static ObjectNode overlay() {
    ObjectNode overlay = NODES.objectNode().put("type", "object");
    ObjectNode groups = overlay.putObject("properties");
    groups.set("preset", presets());
    for (Field field : RulesFields.all()) {
      int dot = field.path().indexOf('.');
      String group = field.path().substring(0, dot);
      if (!groups.has(group)) {
        ObjectNode made = groups.putObject(group).put("type", "object");
        made.put("additionalProperties", false);
        made.putObject("properties");
      }
      ObjectNode fields = (ObjectNode) groups.get(group).get("properties");
      fields.set(field.path().substring(dot + 1), of(field));
    }
    overlay.put("additionalProperties", false);
    return overlay;
  }

  private static ObjectNode of(Field field) {
    ObjectNode schema = NODES.objectNode();
    switch (field) {
      case Field.Whole whole ->
          schema.put("type", "integer").put("minimum", whole.min()).put("maximum", whole.max());
      case Field.YesNo _ -> schema.put("type", "boolean");
      case Field.Word word -> {
        ArrayNode words = schema.putArray("enum");
        word.words().forEach(words::add);
      }
    }
    return schema;
  }
}
