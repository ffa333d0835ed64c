package dev.menagerie.cards.house;

import dev.menagerie.codec.Json;
import dev.menagerie.rules.card.Problem;
import dev.menagerie.rules.config.Field;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.config.RulesFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * House rules as JSON: the name of a preset, or an object with any field of {@link RulesConfig}
 * over a {@code preset} (absent: standard).
 */
public final class RulesJson {
  private static final String PRESET = "preset";
  private static final Map<String, Field> FIELDS =
      RulesFields.all().stream().collect(Collectors.toUnmodifiableMap(Field::path, f -> f));

  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, JsonNode> given = new HashMap<>();

  private final List<RulesConfig> presets;

  private RulesJson(List<RulesConfig> presets) {
    this.presets = presets;
  }

  /**
   * The rules that a document asks for.
   *
   * @throws InvalidRules with every reason at once
   */
  public static RulesConfig read(JsonNode json) {
    return read(json, Presets.all());
  }

  /** The same over other presets; the first is meant where none is named. */
  static RulesConfig read(JsonNode json, List<RulesConfig> presets) {
    return new RulesJson(presets).config(json);
  }

  private RulesConfig config(JsonNode json) {
    if (json.isString()) {
      return named(json).orElseThrow(() -> new InvalidRules(problems));
    }
    if (!json.isObject()) {
      throw new InvalidRules(List.of(new Problem("", "must be a preset's name or an object")));
    }
    JsonNode name = json.get(PRESET);
    Optional<RulesConfig> base = name == null ? first() : named(name);
    json.forEachEntry((group, fields) -> group(group, fields));
    Optional<RulesConfig> rules = base.or(this::first).map(this::overlaid);
    rules.ifPresent(laid -> problems.addAll(RulesFields.problems(laid)));
    if (!problems.isEmpty()) {
      throw new InvalidRules(problems);
    }
    return rules.orElseThrow();
  }

  private Optional<RulesConfig> first() {
    return presets.stream().findFirst();
  }

  private Optional<RulesConfig> named(JsonNode name) {
    Optional<RulesConfig> preset =
        presets.stream()
            .filter(p -> name.isString() && p.preset().equals(name.stringValue()))
            .findFirst();
    if (preset.isEmpty()) {
      String names = String.join(", ", presets.stream().map(RulesConfig::preset).toList());
      problems.add(new Problem(PRESET, "must be one of " + names));
    }
    return preset;
  }

  private void group(String group, JsonNode fields) {
    if (group.equals(PRESET)) {
      return;
    }
    if (FIELDS.keySet().stream().noneMatch(path -> path.startsWith(group + "."))) {
      problems.add(new Problem(group, "is not known here"));
      return;
    }
    if (!fields.isObject()) {
      problems.add(new Problem(group, "must be an object"));
      return;
    }
    fields.forEachEntry((name, value) -> field(group + "." + name, value));
  }

  private void field(String path, JsonNode value) {
    Field field = FIELDS.get(path);
    if (field == null) {
      problems.add(new Problem(path, "is not known here"));
      return;
    }
    Optional<String> refusal =
        switch (field) {
          case Field.Whole whole ->
              value.isIntegralNumber() && value.canConvertToInt()
                  ? Optional.empty()
                  : Optional.of(
                      "must be a whole number from " + whole.min() + " to " + whole.max());
          case Field.YesNo yesNo ->
              value.isBoolean() ? Optional.empty() : Optional.of("must be true or false");
          case Field.Word word ->
              value.isString() && word.words().contains(value.stringValue())
                  ? Optional.empty()
                  : Optional.of("must be one of " + String.join(", ", word.words()));
        };
    refusal.ifPresentOrElse(
        message -> problems.add(new Problem(path, message)), () -> given.put(path, value));
  }

  private RulesConfig overlaid(RulesConfig base) {
    ObjectNode tree = (ObjectNode) Json.toTree(base);
    given.forEach((path, value) -> {
      int dot = path.indexOf('.');
      ((ObjectNode) tree.get(path.substring(0, dot))).set(path.substring(dot + 1), value);
    });
    return Json.bind(tree, RulesConfig.class);
  }

  /** Every field with its value in these rules, its bounds or its words, for those who choose. */
  public static ObjectNode describe(RulesConfig rules) {
    ObjectNode description = JsonNodeFactory.instance.objectNode();
    description.put(PRESET, rules.preset());
    ObjectNode fields = description.putObject("fields");
    for (Field field : RulesFields.all()) {
      ObjectNode entry = fields.putObject(field.path());
      describe(entry, field, field.valueIn(rules));
    }
    return description;
  }

  private static void describe(ObjectNode entry, Field field, Object value) {
    switch (field) {
      case Field.Whole whole ->
          entry.put("default", (int) value).put("min", whole.min()).put("max", whole.max());
      case Field.YesNo yesNo -> entry.put("default", (boolean) value);
      case Field.Word word -> {
        entry.put("default", (String) value);
        word.words().forEach(entry.putArray("one_of")::add);
      }
    }
  }
}
