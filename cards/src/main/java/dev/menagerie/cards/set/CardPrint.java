package dev.menagerie.cards.set;

import dev.menagerie.codec.Json;
import dev.menagerie.rules.card.CardDefinition;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The content of a card as one text that changes only with the card. Empty parts are left out, so a
 * part that cards get in a later release does not change cards without it.
 */
final class CardPrint {
  private CardPrint() {}

  static String of(CardDefinition card) {
    return withoutEmpty(Json.toTree(card)).toString();
  }

  private static JsonNode withoutEmpty(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> withoutEmpty(object);
      case ArrayNode array -> {
        var full = JsonNodeFactory.instance.arrayNode();
        array.forEach(element -> full.add(withoutEmpty(element)));
        yield full;
      }
      default -> node;
    };
  }

  private static JsonNode withoutEmpty(ObjectNode object) {
    var full = JsonNodeFactory.instance.objectNode();
    for (var part : object.properties()) {
      var value = withoutEmpty(part.getValue());
      if (!value.isContainer() || !value.isEmpty()) full.set(part.getKey(), value);
    }
    return full;
  }
}
