package dev.menagerie.cards.scenario;

import dev.menagerie.cards.house.RulesSchema;
import dev.menagerie.codec.JsonSchema;
import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.deck.DeckList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The schema of scenario files. */
public final class ScenarioSchema {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** The members of all actions; {@code type} decides which are required. */
  private static final List<String> PLACES =
      List.of("card_id", "target_id", "pokemon_id", "bench_id", "source", "choice_id");

  /** A Pokémon without damage and the rest may be given by its card alone. */
  private static final String IN_PLAY = "ScenarioBoardInPlay";

  private ScenarioSchema() {}

  /**
   * The JSON Schema of a scenario file.
   *
   * @param id the {@code $id} of the document
   */
  public static ObjectNode document(String id) {
    JsonSchema schemas = JsonSchema.read("#/$defs/");
    ObjectNode document = NODES.objectNode();
    document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    document.put("$id", id);
    document.put("title", "A Menagerie rule scenario");
    document.put("type", "object");
    ObjectNode members = document.putObject("properties");
    members.set("name", text());
    members.set("about", text());
    members.set("description", text());
    members.set("comment", text());
    members.set("id", text());
    members.set("rule", text());
    members.set("rules", RulesSchema.rules());
    members.set("cards", array(schemas.of(CardDefinition.class)));
    ObjectNode players = array(player(schemas)).put("minItems", 2).put("maxItems", 2);
    members.set("players", players);
    ObjectNode decks = array(schemas.of(DeckList.class)).put("minItems", 2).put("maxItems", 2);
    members.set("decks", decks);
    members.set("turn", schemas.of(ScenarioBoard.Turn.class));
    members.set("stadium", text());
    members.set("coins", array(coin()));
    members.set("seed", text());
    members.set("steps", array(NODES.objectNode().put("$ref", "#/$defs/Step")).put("minItems", 1));
    document.putArray("required").add("name").add("steps");
    document.put("additionalProperties", false);
    ObjectNode definitions = schemas.definitions();
    definitions.set(IN_PLAY, either(text(), definitions.get(IN_PLAY)));
    definitions.set("Step", step());
    definitions.set("ScenarioAction", either(text(), action()));
    definitions.set("PossibleAction", either(text(), possibleAction()));
    document.set("$defs", definitions);
    return document;
  }

  private static ObjectNode player(JsonSchema schemas) {
    return schemas.of(ScenarioBoard.Side.class);
  }

  private static ObjectNode coin() {
    ObjectNode coin = NODES.objectNode();
    coin.putArray("enum").add("heads").add("tails");
    return coin;
  }

  private static ObjectNode step() {
    ObjectNode step = NODES.objectNode().put("type", "object");
    ObjectNode members = step.putObject("properties");
    members.putObject("player").putArray("enum").add(0).add(1);
    members.set("do", NODES.objectNode().put("$ref", "#/$defs/ScenarioAction"));
    ArrayNode rejected = members.putObject("rejected").putArray("type");
    rejected.add("boolean").add("string");
    members.putObject("expect").put("type", "object");
    ObjectNode actions = array(NODES.objectNode().put("$ref", "#/$defs/PossibleAction"));
    members.set("legal", actions);
    members.set("not_legal", actions);
    members.set("name", text());
    members.set("note", text());
    members.set("comment", text());
    step.put("additionalProperties", false);
    return step;
  }

  private static ObjectNode action() {
    ObjectNode action = NODES.objectNode().put("type", "object");
    ObjectNode members = action.putObject("properties");
    ArrayNode types = members.putObject("type").putArray("enum");
    ActionShape.types().stream().sorted().forEach(types::add);
    PLACES.forEach(place -> members.set(place, text()));
    for (String number : List.of("attack_index", "ability_index", "index")) {
      members.putObject(number).put("type", "integer").put("minimum", 0);
    }
    members.set("energy_ids", array(text()));
    ObjectNode selected = NODES.objectNode();
    selected.putArray("type").add("string").add("integer");
    members.set("selected", either(selected, array(selected)));
    action.putArray("required").add("type");
    action.put("additionalProperties", false);
    return action;
  }

  /** An action of a list may name its player. */
  private static ObjectNode possibleAction() {
    ObjectNode action = action();
    ((ObjectNode) action.get("properties")).putObject("player").putArray("enum").add(0).add(1);
    return action;
  }

  private static ObjectNode either(JsonNode one, JsonNode other) {
    ObjectNode either = NODES.objectNode();
    either.putArray("anyOf").add(one).add(other);
    return either;
  }

  private static ObjectNode text() {
    return NODES.objectNode().put("type", "string");
  }

  private static ObjectNode array(ObjectNode items) {
    ObjectNode array = NODES.objectNode().put("type", "array");
    array.set("items", items);
    return array;
  }
}
