package dev.menagerie.server.play;

import dev.menagerie.codec.InvalidJson;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.StoredJson;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.server.GameUnavailable;
import dev.menagerie.server.game.StoredRecord;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what builds of any version stored of a game. Rules that a game of an older build does not
 * name have the value that the older build played by, or the widest bound where it had none. What a
 * newer build has stored and this one does not know is {@link GameUnavailable}.
 */
public final class StoredGameReader {
  private static final Map<String, ObjectNode> FORMER_RULES =
      trees(
          Map.of(
              "first_turn", "{\"second_draws\":1}",
              "retreat", "{\"overpay\":true}",
              "checkup", "{\"next_player_first\":false}",
              "search", "{\"any_may_fail\":true}",
              "win", "{\"no_pokemon_loses\":false}",
              "timer", "{\"absence_ms\":0}",
              "limits", "{\"commands\":5000,\"instances\":1000,\"idle_turns\":100}"));

  private StoredGameReader() {}

  /** The header of a game, as the store and the journal keep it. */
  public static GameHeader header(String json) {
    var header = StoredJson.tree(json);
    complete(header.path("rules"));
    return known(() -> Json.bind(header, GameHeader.class));
  }

  /** The rules of a finished game, as the archive keeps them. */
  public static RulesConfig rules(String json) {
    var rules = StoredJson.tree(json);
    complete(rules);
    return known(() -> Json.bind(rules, RulesConfig.class));
  }

  /** A checkpoint, or the state at a game's end. */
  static SavedState state(String json) {
    var saved = StoredJson.tree(json);
    complete(saved.path("state").path("rules"));
    return known(() -> Json.bind(saved, SavedState.class));
  }

  /** What a commit has stored. */
  public static GameRecord record(StoredRecord recorded) {
    return record(recorded.record());
  }

  /** What a commit has stored, as its text. */
  public static GameRecord record(String json) {
    return known(() -> Json.bind(StoredJson.tree(json), GameRecord.class));
  }

  /** The same without its events. */
  public static GameRecord.Outline outline(String json) {
    return known(() -> GameRecord.Outline.read(json));
  }

  /**
   * Reads something that is stored of a game.
   *
   * @throws GameUnavailable if the codec refuses what it does not know: only a newer build can have
   *     written it
   */
  public static <T> T known(Supplier<T> read) {
    try {
      return read.get();
    } catch (InvalidJson unknown) {
      throw GameUnavailable.version(unknown);
    }
  }

  private static Map<String, ObjectNode> trees(Map<String, String> texts) {
    return texts.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey, text -> (ObjectNode) StoredJson.tree(text.getValue())));
  }

  private static void complete(JsonNode rules) {
    if (!(rules instanceof ObjectNode present)) return;
    FORMER_RULES.forEach((group, members) -> {
      var known =
          present.path(group) instanceof ObjectNode object ? object : present.putObject(group);
      for (var member : members.properties()) {
        if (!known.has(member.getKey())) known.set(member.getKey(), member.getValue());
      }
    });
  }
}
