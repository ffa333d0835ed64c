package dev.menagerie.cards.scenario;

import dev.menagerie.cards.set.CardFile;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.rules.card.CardDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The cards of scenario files. */
public final class ScenarioCards {
  private ScenarioCards() {}

  /** The cards that the scenarios at a path define themselves, in the order of the files. */
  public static List<CardDefinition> of(Path path) {
    List<CardDefinition> cards = new ArrayList<>();
    for (Path file : Scenarios.files(path)) {
      cards.addAll(own(read(file)));
    }
    return List.copyOf(cards);
  }

  /** The cards that a scenario puts on the table, its own as well as built-in ones. */
  public static List<CardDefinition> played(Path file, CardSets sets) {
    ObjectNode scenario = read(file);
    List<CardDefinition> cards = new ArrayList<>(own(scenario));
    cards.addAll(sets.catalog().definitions());
    Set<String> named = new HashSet<>();
    strings(scenario.path("players"), named);
    return cards.stream().filter(card -> named.contains(card.id())).toList();
  }

  private static List<CardDefinition> own(ObjectNode scenario) {
    List<CardDefinition> cards = new ArrayList<>();
    scenario.path("cards").forEach(card -> cards.add(Json.bind(card, CardDefinition.class)));
    return cards;
  }

  private static void strings(JsonNode node, Set<String> found) {
    if (node.isString()) {
      found.add(node.asString());
    }
    node.forEach(part -> strings(part, found));
  }

  private static ObjectNode read(Path file) {
    try {
      ObjectNode scenario = (ObjectNode) Json.tree(Files.readAllBytes(file), Limits.DOCUMENT);
      CardFile.readTexts(scenario);
      return scenario;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
