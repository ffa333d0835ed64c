package dev.menagerie.cards.set;

import dev.menagerie.cards.picture.ArtHint;
import dev.menagerie.codec.InvalidJson;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.JsonProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes the hints for pictures out of a set file: {@code art} is no part of a card's rules. */
final class ArtHints {
  private static final String ART = "art";

  private final Map<String, ArtHint> found = new LinkedHashMap<>();
  private final List<JsonProblem> problems = new ArrayList<>();

  private ArtHints() {}

  /**
   * Removes the hints from a file's cards.
   *
   * @return by card id
   * @throws InvalidJson naming each hint that cannot be read
   */
  static Map<String, ArtHint> take(JsonNode set) {
    ArtHints hints = new ArtHints();
    JsonNode cards = set.path("cards");
    for (int i = 0; i < cards.size(); i++) {
      if (cards.get(i) instanceof ObjectNode card && card.has(ART)) {
        hints.read("$.cards[" + i + "]." + ART, card);
      }
    }
    if (!hints.problems.isEmpty()) {
      throw new InvalidJson(hints.problems);
    }
    return Map.copyOf(hints.found);
  }

  private void read(String path, ObjectNode card) {
    try {
      ArtHint hint = Json.bind(card.remove(ART), ArtHint.class);
      boolean isPokemon = card.path("type").asString("").equals("pokemon");
      if (hint.shape().filter(shape -> shape.isCreature() != isPokemon).isPresent()) {
        problems.add(
            new JsonProblem(
                path + ".shape",
                isPokemon ? "a Pokémon is drawn as a creature" : "only a Pokémon is a creature"));
      }
      found.put(card.path("id").asString(""), hint);
    } catch (InvalidJson refused) {
      for (JsonProblem problem : refused.problems()) {
        problems.add(new JsonProblem(path + problem.path().substring(1), problem.message()));
      }
    }
  }
}
