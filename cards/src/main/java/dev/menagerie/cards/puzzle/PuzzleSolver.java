package dev.menagerie.cards.puzzle;

import dev.menagerie.rules.command.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Searches every line of a puzzle, shortest first, as {@link PuzzleGame} would play it. Not thread
 * safe.
 */
final class PuzzleSolver {
  private final int mostMoves;
  private final List<List<JsonNode>> found = new ArrayList<>();
  private int movesLeft;

  /**
   * @param budget moves that are tried at most
   */
  private PuzzleSolver(int mostMoves, int budget) {
    this.mostMoves = mostMoves;
    this.movesLeft = budget;
  }

  /**
   * The result of a search.
   *
   * @param lines the shortest winning lines, two at most; empty: there is none of that length
   * @param isComplete false: the budget ended the search
   */
  record Result(List<List<JsonNode>> lines, boolean isComplete) {
    Result {
      lines = List.copyOf(lines);
    }
  }

  /** Searches lines of up to so many moves. */
  static Result solve(PuzzleGame start, int mostMoves, int budget) {
    PuzzleSolver solver = new PuzzleSolver(mostMoves, budget);
    try {
      return solver.shortest(start);
    } catch (PuzzleMoves.TooWide tooWide) {
      return new Result(List.of(), false);
    }
  }

  private Result shortest(PuzzleGame start) {
    for (int length = 1; length <= mostMoves && found.isEmpty() && movesLeft > 0; length++) {
      search(start, length, new ArrayList<>());
    }
    return new Result(found, movesLeft > 0);
  }

  private void search(PuzzleGame game, int length, List<JsonNode> before) {
    for (Map.Entry<ObjectNode, Command> move : PuzzleMoves.of(game.state()).entrySet()) {
      if (found.size() > 1 || --movesLeft <= 0) {
        return;
      }
      game.after(move.getValue())
          .ifPresent(then -> {
            List<JsonNode> line = new ArrayList<>(before);
            line.add(move.getKey());
            switch (then.status()) {
              case SOLVED -> found.add(List.copyOf(line));
              case OPEN -> {
                if (length > 1) {
                  search(then, length - 1, line);
                }
              }
              case FAILED -> {}
            }
          });
    }
  }
}
