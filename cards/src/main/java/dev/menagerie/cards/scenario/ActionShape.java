package dev.menagerie.cards.scenario;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/** Which members each kind of action has: a misspelt one must not pass silently. */
final class ActionShape {
  private static final String TYPE = "type";

  /** By type: the required members, then the optional ones. */
  private static final Map<String, Members> MEMBERS =
      Map.ofEntries(
          Map.entry("play_pokemon", needs("card_id")),
          Map.entry("evolve", needs("card_id", "target_id")),
          Map.entry("attach_energy", needs("target_id").or("card_id", "source")),
          Map.entry("play_trainer", needs("card_id").or("target_id")),
          Map.entry("use_ability", needs("pokemon_id").or("ability_index")),
          Map.entry("retreat", needs("bench_id").or("energy_ids")),
          Map.entry("attack", needs("attack_index")),
          Map.entry("pass", needs()),
          Map.entry("select_active", needs("pokemon_id")),
          Map.entry("select_prize", needs("index")),
          Map.entry("select", needs("selected").or("choice_id")),
          Map.entry("resign", needs()),
          Map.entry("expire_clock", needs()),
          Map.entry("grant_grace", needs()),
          Map.entry("note_left", needs()),
          Map.entry("note_returned", needs()),
          Map.entry("claim_win", needs()),
          Map.entry("claim_draw", needs()));

  private record Members(Set<String> needed, Set<String> possible) {
    Members or(String... more) {
      return new Members(needed, Set.of(more));
    }
  }

  private ActionShape() {}

  private static Members needs(String... members) {
    return new Members(Set.of(members), Set.of());
  }

  static Set<String> types() {
    return MEMBERS.keySet();
  }

  /** Reports the problems of an action, whatever the state. */
  static void check(String path, JsonNode action, BiConsumer<String, String> problem) {
    Optional<Members> shape = Optional.ofNullable(MEMBERS.get(action.path(TYPE).asString("")));
    if (shape.isEmpty()) {
      problem.accept(
          path + "." + TYPE,
          "must be one of " + String.join(", ", types().stream().sorted().toList()));
      return;
    }
    for (String member : shape.get().needed()) {
      if (!action.has(member)) {
        problem.accept(path + "." + member, "is missing");
      }
    }
    for (String member : action.propertyNames()) {
      if (!member.equals(TYPE)
          && !shape.get().needed().contains(member)
          && !shape.get().possible().contains(member)) {
        problem.accept(path + "." + member, "is not known here");
      }
    }
  }
}
