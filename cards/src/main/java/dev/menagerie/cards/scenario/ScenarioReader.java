package dev.menagerie.cards.scenario;

import dev.menagerie.cards.house.InvalidRules;
import dev.menagerie.cards.house.Presets;
import dev.menagerie.cards.house.RulesJson;
import dev.menagerie.cards.set.CardFile;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.cards.set.FileProblem;
import dev.menagerie.cards.set.InvalidFiles;
import dev.menagerie.codec.InvalidJson;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.card.InvalidCatalog;
import dev.menagerie.rules.config.RulesConfig;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads a scenario file; every problem is reported with its path. */
final class ScenarioReader {
  private static final Set<String> MEMBERS =
      Set.of(
          "name",
          "about",
          "description",
          "comment",
          "id",
          "rule",
          "rules",
          "cards",
          "players",
          "decks",
          "turn",
          "stadium",
          "coins",
          "seed",
          "steps");

  private final String file;
  private final List<FileProblem> problems = new ArrayList<>();

  private ScenarioReader(String file) {
    this.file = file;
  }

  /**
   * A scenario from its text.
   *
   * @param sets where cards come from that the file does not define itself
   * @throws InvalidFiles naming everything that is wrong
   */
  static Scenario read(String file, String json, CardSets sets) {
    return new ScenarioReader(file).scenario(json, sets);
  }

  private Scenario scenario(String json, CardSets sets) {
    ObjectNode tree = tree(json);
    tree.propertyNames().stream()
        .filter(name -> !MEMBERS.contains(name))
        .forEach(name -> add(name, "is not known here"));
    RulesConfig rules = rules(tree.get("rules"));
    Catalog catalog = catalog(tree.get("cards"), sets);
    Optional<ScenarioStart> beginning = beginning(tree);
    Optional<List<Boolean>> coins = Optional.ofNullable(tree.get("coins")).map(this::coins);
    List<ScenarioStep> steps = new StepReader(this::add).read(tree.get("steps"));
    if (!problems.isEmpty() || beginning.isEmpty()) {
      throw new InvalidFiles(problems);
    }
    Scenario scenario =
        new Scenario(
            text(tree, "name").orElse(file),
            text(tree, "rule"),
            rules,
            catalog,
            beginning.get(),
            coins,
            text(tree, "seed"),
            steps);
    checkCards(scenario);
    return scenario;
  }

  private ObjectNode tree(String json) {
    try {
      JsonNode tree = Json.tree(json.getBytes(StandardCharsets.UTF_8), Limits.DOCUMENT);
      if (tree instanceof ObjectNode object) {
        CardFile.readTexts(object);
        return object;
      }
    } catch (InvalidJson refused) {
      throw new InvalidFiles(CardFile.located(file, refused.problems()));
    }
    throw new InvalidFiles(List.of(new FileProblem(file, "$", "must be an object")));
  }

  private RulesConfig rules(JsonNode json) {
    if (json == null) {
      return Presets.STANDARD;
    }
    try {
      return RulesJson.read(json);
    } catch (InvalidRules refused) {
      refused.problems().forEach(problem -> add("rules." + problem.path(), problem.message()));
      return Presets.STANDARD;
    }
  }

  /** The file's own cards come before those of the sets. */
  private Catalog catalog(JsonNode json, CardSets sets) {
    Map<String, CardDefinition> cards = new LinkedHashMap<>();
    sets.catalog().definitions().forEach(card -> cards.put(card.id(), card));
    List<CardDefinition> own = new ArrayList<>();
    if (json != null) {
      try {
        own.addAll(Json.bindList(json, CardDefinition.class));
      } catch (InvalidJson refused) {
        refused.problems().forEach(p -> add(p.path().replaceFirst("^\\$", "cards"), p.message()));
      }
    }
    Catalog.problems(own).forEach(problem -> add(problem.path(), problem.message()));
    own.forEach(card -> cards.put(card.id(), card));
    try {
      return Catalog.of(sets.version(), List.copyOf(cards.values()));
    } catch (InvalidCatalog refused) {
      return sets.catalog(); // the reasons are among the problems already
    }
  }

  private Optional<ScenarioStart> beginning(ObjectNode tree) {
    if (tree.has("decks")) {
      ObjectNode decks = JsonNodeFactory.instance.objectNode();
      decks.set("decks", tree.get("decks"));
      return bound("", decks, ScenarioStart.WithDecks.class).map(with -> with);
    }
    return bound("", board(tree), ScenarioBoard.class).map(ScenarioStart.InTheMiddle::new);
  }

  /** The board's members alone; a Pokémon may be given by its card. */
  private static ObjectNode board(ObjectNode tree) {
    ObjectNode board = JsonNodeFactory.instance.objectNode();
    for (String member : List.of("players", "turn", "stadium")) {
      if (tree.has(member)) {
        board.set(member, tree.get(member).deepCopy());
      }
    }
    board.path("players").forEach(ScenarioReader::spellOut);
    return board;
  }

  private static void spellOut(JsonNode player) {
    if (player instanceof ObjectNode side) {
      if (side.path("active").isString()) {
        side.set("active", spelledOut(side.get("active")));
      }
      if (side.get("bench") instanceof ArrayNode bench) {
        for (int i = 0; i < bench.size(); i++) {
          if (bench.get(i).isString()) {
            bench.set(i, spelledOut(bench.get(i)));
          }
        }
      }
    }
  }

  private static ObjectNode spelledOut(JsonNode card) {
    ObjectNode pokemon = JsonNodeFactory.instance.objectNode();
    pokemon.set("card", card);
    return pokemon;
  }

  private List<Boolean> coins(JsonNode json) {
    List<Boolean> coins = new ArrayList<>();
    if (!json.isArray()) {
      add("coins", "must be an array");
      return coins;
    }
    for (int i = 0; i < json.size(); i++) {
      String coin = json.get(i).asString("");
      if (!coin.equals("heads") && !coin.equals("tails")) {
        add("coins[" + i + "]", "must be heads or tails");
      }
      coins.add(coin.equals("heads"));
    }
    return coins;
  }

  private Optional<String> text(ObjectNode tree, String member) {
    JsonNode node = tree.get(member);
    if (node == null || node.isNull()) {
      return Optional.empty();
    }
    return Optional.of(node.asString());
  }

  private <T> Optional<T> bound(String path, JsonNode json, Class<T> type) {
    return caught(path, () -> Json.bind(json, type));
  }

  private <T> Optional<T> caught(String path, Supplier<T> reader) {
    try {
      return Optional.of(reader.get());
    } catch (InvalidJson refused) {
      for (FileProblem problem : CardFile.located(file, refused.problems())) {
        add(path + problem.path(), problem.message());
      }
      return Optional.empty();
    }
  }

  private void checkCards(Scenario scenario) {
    cards(scenario.beginning())
        .forEach((path, card) -> {
          if (scenario.catalog().find(card).isEmpty()) {
            add(path, "no card has the id " + card);
          }
        });
    if (scenario.beginning() instanceof ScenarioStart.InTheMiddle(var board)) {
      BoardCheck.of(board, scenario.catalog(), this::add);
    }
    if (!problems.isEmpty()) {
      throw new InvalidFiles(problems);
    }
  }

  private static Map<String, String> cards(ScenarioStart beginning) {
    return switch (beginning) {
      case ScenarioStart.InTheMiddle(var board) -> BoardCards.of(board);
      case ScenarioStart.WithDecks(var decks) -> BoardCards.of(decks);
    };
  }

  private void add(String path, String message) {
    problems.add(new FileProblem(file, path, message));
  }
}
