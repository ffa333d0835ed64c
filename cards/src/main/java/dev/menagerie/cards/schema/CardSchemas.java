package dev.menagerie.cards.schema;

import dev.menagerie.cards.campaign.Campaign;
import dev.menagerie.cards.deck.StarterDecks;
import dev.menagerie.cards.house.RulesSchema;
import dev.menagerie.cards.scenario.ScenarioSchema;
import dev.menagerie.cards.set.CardSet;
import dev.menagerie.codec.JsonSchema;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of all files that people write for the game, by file name. */
public final class CardSchemas {
  private static final String ID = "urn:menagerie:schema:";

  private CardSchemas() {}

  /** The JSON Schemas of all files of a card author, by file name. */
  public static Map<String, ObjectNode> all() {
    Map<String, ObjectNode> schemas = new LinkedHashMap<>();
    schemas.put(
        "card-set.schema.json",
        JsonSchema.document(ID + "card-set", "A Menagerie card set", CardSet.Content.class));
    schemas.put(
        "decks.schema.json",
        JsonSchema.document(ID + "decks", "Menagerie starter decks", StarterDecks.File.class));
    schemas.put(
        "campaign.schema.json",
        JsonSchema.document(ID + "campaign", "A Menagerie campaign", Campaign.class));
    schemas.put("presets.schema.json", RulesSchema.presetsDocument(ID + "presets"));
    schemas.put("rules.schema.json", RulesSchema.document(ID + "rules"));
    schemas.put("scenario.schema.json", ScenarioSchema.document(ID + "scenario"));
    schemas.forEach(
        (file, schema) -> SchemaNotes.add(schema, file.substring(0, file.indexOf('.'))));
    return schemas;
  }
}
