package dev.menagerie.cards.house;

import dev.menagerie.cards.set.CardFile;
import dev.menagerie.cards.set.FileProblem;
import dev.menagerie.cards.set.InvalidFiles;
import dev.menagerie.codec.InvalidJson;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.rules.card.Problem;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.config.RulesFields;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file of presets: {@code {"presets":[…]}}. Each has a name and is either complete or laid over
 * an earlier one, its {@code preset}.
 */
final class PresetFile {
  private static final String NAME = "name";
  private static final String PRESET = "preset";
  private static final String PRESETS = "presets";

  /** Fits in an address and beside a deck. */
  private static final Pattern NAMES = Pattern.compile("[a-z][a-z0-9_-]{0,31}");

  private final String file;
  private final List<FileProblem> problems = new ArrayList<>();
  private final List<RulesConfig> read = new ArrayList<>();

  private PresetFile(String file, List<RulesConfig> earlier) {
    this.file = file;
    this.read.addAll(earlier);
  }

  /**
   * The presets there were before, then all of a file in its order.
   *
   * @throws InvalidFiles naming everything that is wrong, with file and path
   */
  static List<RulesConfig> read(String file, String json, List<RulesConfig> earlier) {
    PresetFile presets = new PresetFile(file, earlier);
    presets.all(json);
    if (!presets.problems.isEmpty()) {
      throw new InvalidFiles(presets.problems);
    }
    return List.copyOf(presets.read);
  }

  private void all(String json) {
    JsonNode list;
    try {
      list = Json.tree(json.getBytes(StandardCharsets.UTF_8), Limits.DOCUMENT).path(PRESETS);
    } catch (InvalidJson refused) {
      problems.addAll(CardFile.located(file, refused.problems()));
      return;
    }
    if (!list.isArray() || list.isEmpty()) {
      add(PRESETS, "must be an array of at least one preset");
    }
    for (int i = 0; i < list.size(); i++) {
      preset(PRESETS + "[" + i + "]", list.get(i)).ifPresent(read::add);
    }
  }

  private Optional<RulesConfig> preset(String path, JsonNode json) {
    String name = json.path(NAME).asString("");
    if (!NAMES.matcher(name).matches()) {
      add(path + "." + NAME, "must be lower-case letters, digits, '-' or '_', at most 32");
      return Optional.empty();
    }
    if (read.stream().anyMatch(other -> other.preset().equals(name))) {
      add(path + "." + NAME, "is given twice: " + name);
      return Optional.empty();
    }
    ObjectNode fields = ((ObjectNode) json).deepCopy();
    fields.remove(NAME);
    try {
      return Optional.of(fields.has(PRESET) ? laidOver(fields, name) : complete(fields, name));
    } catch (InvalidRules refused) {
      refused.problems().forEach(problem -> add(path + "." + problem.path(), problem.message()));
    } catch (InvalidJson refused) {
      CardFile.located(file, refused.problems())
          .forEach(problem -> add(path + "." + problem.path(), problem.message()));
    }
    return Optional.empty();
  }

  private RulesConfig laidOver(ObjectNode fields, String name) {
    ObjectNode rules = (ObjectNode) Json.toTree(RulesJson.read(fields, read));
    return Json.bind(rules.put(PRESET, name), RulesConfig.class);
  }

  private static RulesConfig complete(ObjectNode fields, String name) {
    RulesConfig rules = Json.bind(fields.put(PRESET, name), RulesConfig.class);
    List<Problem> wrong = RulesFields.problems(rules);
    if (!wrong.isEmpty()) {
      throw new InvalidRules(wrong);
    }
    return rules;
  }

  private void add(String path, String message) {
    problems.add(new FileProblem(file, path, message));
  }
}
