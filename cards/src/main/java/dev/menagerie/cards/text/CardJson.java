package dev.menagerie.cards.text;

import dev.menagerie.codec.Json;
import dev.menagerie.rules.card.CardDefinition;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A card as clients read it: its definition, with the printed text beside each program. */
public final class CardJson {
  private static final String TEXT = "text";

  private CardJson() {}

  /**
   * The card's JSON with {@code set}, with {@code text} of its own and inside every attack and
   * ability.
   */
  public static ObjectNode of(CardDefinition card, String set) {
    ObjectNode json = (ObjectNode) Json.toTree(card);
    CardText text = CardText.of(card);
    json.put("set", set);
    json.put(TEXT, text.text());
    put(json, "abilities", text.abilities());
    put(json, "attacks", text.attacks());
    return json;
  }

  private static void put(ObjectNode card, String member, List<String> texts) {
    if (card.get(member) instanceof ArrayNode parts) {
      for (int i = 0; i < texts.size() && i < parts.size(); i++) {
        ((ObjectNode) parts.get(i)).put(TEXT, texts.get(i));
      }
    }
  }
}
