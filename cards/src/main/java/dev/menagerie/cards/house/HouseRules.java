package dev.menagerie.cards.house;

import dev.menagerie.cards.set.InvalidFiles;
import dev.menagerie.rules.config.RulesConfig;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The presets that may be played somewhere: those that come with the game, and more. Immutable. */
public final class HouseRules {
  private final List<RulesConfig> presets;

  private HouseRules(List<RulesConfig> presets) {
    this.presets = List.copyOf(presets);
  }

  /** The built-in presets. */
  public static HouseRules shipped() {
    return new HouseRules(Presets.all());
  }

  /**
   * With the presets of a file after these; they may be laid over any before them.
   *
   * @throws InvalidFiles naming everything that is wrong, with file and path
   */
  public HouseRules and(String file, String json) {
    return new HouseRules(PresetFile.read(file, json, presets));
  }

  /** All presets: the built-in ones first, then those from files. */
  public List<RulesConfig> all() {
    return presets;
  }

  /** The preset of that name; empty if there is none. */
  public Optional<RulesConfig> named(String name) {
    return presets.stream().filter(rules -> rules.preset().equals(name)).findFirst();
  }

  /** The names of all presets, in the order of {@link #all}. */
  public List<String> names() {
    return presets.stream().map(RulesConfig::preset).toList();
  }

  /**
   * The rules a document asks for: a preset's name, or fields over one.
   *
   * @throws InvalidRules with every reason at once
   */
  public RulesConfig read(JsonNode json) {
    return RulesJson.read(json, presets);
  }
}
