package dev.menagerie.cards.house;

import dev.menagerie.cards.set.Resource;
import dev.menagerie.rules.config.RulesConfig;
import java.util.List;
import java.util.Optional;

/** The house rules that come with the game: one file of data, to which more may be added. */
public final class Presets {
  private static final String FILE = "presets.json";
  private static final List<RulesConfig> ALL =
      PresetFile.read(FILE, Resource.text("/menagerie/" + FILE), List.of());

  public static final RulesConfig STANDARD = named("standard").orElseThrow();
  public static final RulesConfig POCKET = named("pocket").orElseThrow();
  public static final RulesConfig HOUSE = named("house").orElseThrow();

  private Presets() {}

  /** In the order of the file. */
  public static List<RulesConfig> all() {
    return ALL;
  }

  /** The built-in preset of that name; empty if there is none. */
  public static Optional<RulesConfig> named(String name) {
    return ALL.stream().filter(rules -> rules.preset().equals(name)).findFirst();
  }

  /** The names that a {@code preset} may have. */
  public static List<String> names() {
    return ALL.stream().map(RulesConfig::preset).toList();
  }
}
