package dev.menagerie.cards.scenario;

import dev.menagerie.rules.state.Seat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads the steps of a scenario. */
final class StepReader {
  private static final Set<String> MEMBERS =
      Set.of("player", "do", "rejected", "expect", "legal", "not_legal", "name", "note", "comment");

  /** The protocol's code for every refusal by the rules. */
  private static final String ANY_REASON = "invalid_action";

  private static final String PLAYER = "player";
  private static final String LEGAL = "legal";
  private static final String NOT_LEGAL = "not_legal";

  private final BiConsumer<String, String> problem;

  StepReader(BiConsumer<String, String> problem) {
    this.problem = problem;
  }

  List<ScenarioStep> read(@Nullable JsonNode json) {
    List<ScenarioStep> steps = new ArrayList<>();
    if (json == null || !json.isArray() || json.isEmpty()) {
      problem.accept("steps", "must be an array of at least one step");
      return steps;
    }
    for (int i = 0; i < json.size(); i++) {
      steps.add(step(i, json.get(i)));
    }
    return steps;
  }

  private ScenarioStep step(int number, JsonNode json) {
    String path = "steps[" + number + "]";
    if (!json.isObject()) {
      problem.accept(path, "must be an object");
    }
    for (String name : json.propertyNames()) {
      if (!MEMBERS.contains(name)) {
        problem.accept(path + "." + name, "is not known here");
      }
    }
    Map<String, JsonNode> expect = expectations(path + ".expect", json.path("expect"));
    List<ScenarioStep.Possible> legal =
        possible(path + ".legal", json.get(LEGAL), expect.remove(LEGAL));
    List<ScenarioStep.Possible> notLegal =
        possible(path + ".not_legal", json.get(NOT_LEGAL), expect.remove(NOT_LEGAL));
    Optional<JsonNode> action =
        Optional.ofNullable(json.get("do")).map(given -> action(path + ".do", spelledOut(given)));
    if (action.isEmpty() && expect.isEmpty() && legal.isEmpty() && notLegal.isEmpty()) {
      problem.accept(path, "does nothing and expects nothing");
    }
    return new ScenarioStep(
        number,
        player(path + ".player", json.get(PLAYER)),
        action,
        refusal(path + ".rejected", json.get("rejected")),
        expect,
        legal,
        notLegal);
  }

  private Optional<Seat> player(String path, @Nullable JsonNode json) {
    if (json == null || json.isNull()) {
      return Optional.empty();
    }
    if (json.isIntegralNumber() && (json.asInt() == 0 || json.asInt() == 1)) {
      return Optional.of(Seat.of(json.asInt()));
    }
    problem.accept(path, "must be 0 or 1");
    return Optional.empty();
  }

  private ScenarioStep.Refusal refusal(String path, @Nullable JsonNode json) {
    if (json == null || json.isNull()) {
      return new ScenarioStep.Refusal.None();
    }
    if (json.isBoolean()) {
      return json.asBoolean()
          ? new ScenarioStep.Refusal.ForAnyReason()
          : new ScenarioStep.Refusal.None();
    }
    if (json.isString()) {
      String reason = json.stringValue();
      return reason.equals(ANY_REASON)
          ? new ScenarioStep.Refusal.ForAnyReason()
          : new ScenarioStep.Refusal.Because(reason);
    }
    problem.accept(path, "must be true, false or a reason");
    return new ScenarioStep.Refusal.None();
  }

  private Map<String, JsonNode> expectations(String path, JsonNode json) {
    Map<String, JsonNode> expect = new LinkedHashMap<>();
    if (!json.isObject() && !json.isMissingNode()) {
      problem.accept(path, "must be an object of paths");
    }
    json.forEachEntry(expect::put);
    return expect;
  }

  private List<ScenarioStep.Possible> possible(
      String path, @Nullable JsonNode one, @Nullable JsonNode other) {
    List<ScenarioStep.Possible> actions = new ArrayList<>();
    for (JsonNode given : new @Nullable JsonNode[] {one, other}) {
      if (given == null) {
        continue;
      }
      if (given.isArray()) {
        for (int i = 0; i < given.size(); i++) {
          actions.add(possible(path + "[" + i + "]", given.get(i)));
        }
      } else if (given.isObject() || given.isString()) {
        actions.add(possible(path, given));
      } else {
        problem.accept(path, "must be an array of actions");
      }
    }
    return actions;
  }

  /** An action may say whose it would be. */
  private ScenarioStep.Possible possible(String path, JsonNode given) {
    Optional<Seat> player = player(path + ".player", given.get(PLAYER));
    JsonNode bare = spelledOut(given);
    if (bare.has(PLAYER) && bare instanceof ObjectNode object) {
      bare = object.deepCopy().without(PLAYER);
    }
    return new ScenarioStep.Possible(player, action(path, bare));
  }

  private JsonNode action(String path, JsonNode action) {
    ActionShape.check(path, action, problem);
    return action;
  }

  /** {@code "pass"} is short for {@code {"type":"pass"}}; a whole step is short for its action. */
  private static JsonNode spelledOut(JsonNode action) {
    if (action.isString()) {
      return JsonNodeFactory.instance.objectNode().put("type", action.stringValue());
    }
    return action.has("do") ? spelledOut(action.get("do")) : action;
  }
}
