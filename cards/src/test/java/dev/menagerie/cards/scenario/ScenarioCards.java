package dev.menagerie.cards.scenario;

import dev.menagerie.cards.set.CardFile;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.rules.card.CardDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The cards that scenario files define themselves. */
public final class ScenarioCards {
  private ScenarioCards() {}

  /** The cards of every scenario at a path, in the order of the files. */
  public static List<CardDefinition> of(Path path) {
    List<CardDefinition> cards = new ArrayList<>();
    for (Path file : Scenarios.files(path)) {
      JsonNode scenario = read(file);
      CardFile.readTexts(scenario);
      scenario.path("cards").forEach(card -> cards.add(Json.bind(card, CardDefinition.class)));
    }
    return List.copyOf(cards);
  }

  private static JsonNode read(Path file) {
    try {
      return Json.tree(Files.readAllBytes(file), Limits.DOCUMENT);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
