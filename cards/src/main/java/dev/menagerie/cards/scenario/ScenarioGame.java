package dev.menagerie.cards.scenario;

import dev.menagerie.cards.set.CardSets;
import dev.menagerie.cards.set.InvalidFiles;
import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.game.Chance;
import dev.menagerie.rules.game.Seed;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.Seat;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A scenario as a game to play: its first position, and the actions in its file. Immutable.
 *
 * @param seed of all chance
 * @param actions of its steps, in order; steps that only expect something are left out
 */
public record ScenarioGame(String name, GameState start, Seed seed, List<JsonNode> actions) {
  public ScenarioGame {
    actions = List.copyOf(actions);
  }

  /**
   * The game of a scenario.
   *
   * @param file for messages
   * @throws InvalidFiles naming everything that is wrong with the text
   * @throws IllegalArgumentException if the board cannot be laid
   */
  public static ScenarioGame read(String file, String json, CardSets sets) {
    Scenario scenario = ScenarioReader.read(file, json, sets);
    Seed seed = Seeds.of(scenario.seed());
    GameState start = BoardLayout.of(scenario, seed, Chance.keyed(seed, 0, 0));
    List<JsonNode> actions =
        scenario.steps().stream().map(ScenarioStep::action).flatMap(Optional::stream).toList();
    return new ScenarioGame(scenario.name(), start, seed, actions);
  }

  /**
   * The command that a written action means now; empty if it names a place that there is not.
   *
   * @param seat from whose side places are named
   */
  public static Optional<Command> command(GameState state, Seat seat, JsonNode action) {
    try {
      return Optional.of(ActionReader.read(state, seat, action));
    } catch (BadStep noPlace) {
      return Optional.empty();
    }
  }

  /**
   * A player's command as scenarios write it. Commands that differ only in which copy of a card
   * they use are written alike.
   */
  public static ObjectNode written(GameState state, Command command) {
    return ActionWriter.write(state, command);
  }
}
