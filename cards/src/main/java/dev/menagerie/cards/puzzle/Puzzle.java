package dev.menagerie.cards.puzzle;

import dev.menagerie.cards.scenario.ScenarioGame;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.codec.Json;
import dev.menagerie.rules.command.Command;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A position and the line that wins it. Immutable.
 *
 * @param start the position
 * @param line the solver's moves as scenarios write them
 */
public record Puzzle(String name, PuzzleGame start, List<JsonNode> line) {
  public Puzzle {
    line = List.copyOf(line);
  }

  /**
   * The puzzle of a scenario whose steps are the solution.
   *
   * @throws dev.menagerie.cards.set.InvalidFiles naming everything that is wrong with it
   * @throws IllegalArgumentException if the board cannot be laid
   */
  public static Puzzle of(String file, JsonNode scenario, CardSets sets) {
    ScenarioGame game = ScenarioGame.read(file, Json.text(scenario), sets);
    return new Puzzle(game.name(), PuzzleGame.of(game), game.actions());
  }

  /**
   * The commands of the solution, each valid after those before it.
   *
   * @throws IllegalStateException if the rules refuse one: a checked puzzle has none
   */
  public List<Command> solution() {
    List<Command> commands = new ArrayList<>();
    PuzzleGame game = start;
    for (JsonNode action : line) {
      PuzzleGame now = game;
      Command command =
          ScenarioGame.command(now.state(), now.solver(), action)
              .orElseThrow(() -> new IllegalStateException(name + " has no place for " + action));
      commands.add(command);
      game =
          now.after(command)
              .orElseThrow(() -> new IllegalStateException(name + " refuses " + action));
    }
    return List.copyOf(commands);
  }
}
