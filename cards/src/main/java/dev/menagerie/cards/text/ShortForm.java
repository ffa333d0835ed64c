package dev.menagerie.cards.text;

import dev.menagerie.codec.Json;
import dev.menagerie.rules.card.CardDefinition;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A card as an author would write it: without defaults, in the short forms of the guide. */
public final class ShortForm {
  private static final String TYPE = "type";

  /** Objects whose {@code type} is an energy's, not a word. */
  private static final Set<String> NO_WORDS = Set.of("weakness", "resistance");

  private ShortForm() {}

  /** The JSON of the card's plain form: empty lists are left out, a bare number is an amount. */
  public static JsonNode of(CardDefinition card) {
    return shortened("", Json.toTree(PlainForm.of(card)));
  }

  private static JsonNode shortened(String member, JsonNode node) {
    return switch (node) {
      case ObjectNode object -> object(member, object);
      case ArrayNode array -> {
        ArrayNode shorter = JsonNodeFactory.instance.arrayNode();
        array.forEach(element -> shorter.add(shortened("", element)));
        yield shorter;
      }
      default -> node;
    };
  }

  private static JsonNode object(String member, ObjectNode object) {
    String word = object.path(TYPE).asString("");
    if (word.equals("fixed")) {
      return object.path("value");
    }
    if (object.size() == 1 && !word.isEmpty() && !NO_WORDS.contains(member)) {
      return object.path(TYPE);
    }
    ObjectNode shorter = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> part : object.properties()) {
      JsonNode value = shortened(part.getKey(), part.getValue());
      boolean isEmptyList = value.isArray() && value.isEmpty() && !part.getKey().equals("cost");
      if (!isEmptyList) {
        shorter.set(part.getKey(), value);
      }
    }
    return shorter;
  }
}
