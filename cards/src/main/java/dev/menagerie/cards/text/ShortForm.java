package dev.menagerie.cards.text;

import dev.menagerie.codec.Json;
import dev.menagerie.codec.SnakeCase;
import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.Condition;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.card.Target;
import dev.menagerie.rules.card.Trigger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A card as an author would write it: without defaults, in the short forms of the guide. */
public final class ShortForm {
  private static final String TYPE = "type";

  private static final List<Class<?>> FAMILIES =
      List.of(
          Effect.class,
          Target.class,
          Amount.class,
          Condition.class,
          Filter.class,
          Static.class,
          Trigger.class);

  /** Words that have no members: their bare name says all. */
  private static final Set<String> BARE = bare();

  private ShortForm() {}

  private static Set<String> bare() {
    Set<String> bare = new HashSet<>();
    Set<String> withMembers = new HashSet<>();
    for (Class<?> family : FAMILIES) {
      for (Class<?> word : family.getPermittedSubclasses()) {
        boolean hasMembers = word.getRecordComponents().length > 0;
        (hasMembers ? withMembers : bare).add(SnakeCase.of(word.getSimpleName()));
      }
    }
    bare.removeAll(withMembers);
    return Set.copyOf(bare);
  }

  /** The JSON of the card's plain form: empty lists are left out, a bare number is an amount. */
  public static JsonNode of(CardDefinition card) {
    return shortened(Json.toTree(PlainForm.of(card)));
  }

  private static JsonNode shortened(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> object(object);
      case ArrayNode array -> {
        ArrayNode shorter = JsonNodeFactory.instance.arrayNode();
        array.forEach(element -> shorter.add(shortened(element)));
        yield shorter;
      }
      default -> node;
    };
  }

  private static JsonNode object(ObjectNode object) {
    String word = object.path(TYPE).asString("");
    if (word.equals("fixed")) {
      return object.path("value");
    }
    if (object.size() == 1 && BARE.contains(word)) {
      return object.path(TYPE);
    }
    ObjectNode shorter = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> part : object.properties()) {
      JsonNode value = shortened(part.getValue());
      boolean isEmptyList = value.isArray() && value.isEmpty() && !part.getKey().equals("cost");
      if (!isEmptyList) {
        shorter.set(part.getKey(), value);
      }
    }
    return shorter;
  }
}
