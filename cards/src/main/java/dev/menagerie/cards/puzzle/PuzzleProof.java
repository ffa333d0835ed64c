package dev.menagerie.cards.puzzle;

import dev.menagerie.cards.scenario.ScenarioGame;
import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.game.Decision;
import dev.menagerie.rules.game.Game;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Redeal;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Proves a puzzle: its line wins within the turn whatever the coins, the shuffles, the order of the
 * solver's deck and the opponent's choices are, and no other line as short wins at the table.
 */
public final class PuzzleProof {
  /** Moves that the search for other lines tries at most. */
  private static final int SEARCH_BUDGET = 3_000_000;

  /** Outcomes that the proof of one line goes through at most. */
  private static final int MAX_OUTCOMES = 200_000;

  private final Puzzle puzzle;
  private int outcomes;

  private PuzzleProof(Puzzle puzzle) {
    this.puzzle = puzzle;
  }

  /** Why a puzzle is none; empty: it is proved. */
  public static Optional<String> problem(Puzzle puzzle) {
    if (puzzle.line().isEmpty()) {
      return Optional.of("has no solution");
    }
    PuzzleSolver.Result result =
        PuzzleSolver.solve(puzzle.start(), puzzle.line().size(), SEARCH_BUDGET);
    if (!result.isComplete()) {
      return Optional.of("is too wide to be searched");
    }
    if (!result.lines().equals(List.of(puzzle.line()))) {
      return Optional.of("is won by other lines as well: " + result.lines());
    }
    return isSafe(puzzle)
        ? Optional.empty()
        : Optional.of("depends on chance, on hidden cards or on the opponent");
  }

  /** Whether the line wins whatever chance, hidden cards and the opponent do. */
  static boolean isSafe(Puzzle puzzle) {
    PuzzleProof proof = new PuzzleProof(puzzle);
    try {
      return decksOf(puzzle.start()).stream().allMatch(start -> proof.holds(start, 0));
    } catch (PuzzleMoves.TooWide tooWide) {
      return false;
    }
  }

  private boolean holds(GameState state, int done) {
    PuzzleGame.Status status = at(state).status();
    if (status != PuzzleGame.Status.OPEN) {
      return status == PuzzleGame.Status.SOLVED;
    }
    Seat solver = puzzle.start().solver();
    if (state.toAct().filter(solver::equals).isEmpty()) {
      return PuzzleMoves.of(state).values().stream()
          .allMatch(answer -> holdsAfter(state, answer, done, true));
    }
    if (done == puzzle.line().size()) {
      return false;
    }
    JsonNode action = puzzle.line().get(done);
    return ScenarioGame.command(state, solver, action)
        .filter(command -> holdsAfter(state, command, done + 1, false))
        .isPresent();
  }

  private PuzzleGame at(GameState state) {
    PuzzleGame start = puzzle.start();
    return new PuzzleGame(state, start.solver(), start.turn(), start.seed(), 0);
  }

  private boolean holdsAfter(GameState state, Command command, int done, boolean mayBeRefused) {
    EveryChance chance = new EveryChance();
    do {
      if (++outcomes > MAX_OUTCOMES) {
        return false;
      }
      boolean holds =
          switch (Game.decide(state, command, chance)) {
            case Decision.Rejected _ -> mayBeRefused;
            case Decision.Accepted accepted ->
                !drawsPrize(accepted) && holds(accepted.next(), done);
          };
      if (!holds) {
        return false;
      }
    } while (chance.next());
    return true;
  }

  /** Whether a prize card comes to hand before the game ends: the solver cannot know that card. */
  private static boolean drawsPrize(Decision.Accepted accepted) {
    return accepted.next().result().isEmpty()
        && accepted.events().stream().anyMatch(Event.PrizeTaken.class::isInstance);
  }

  /** The position with each order that the solver's deck may lie in. */
  private static List<GameState> decksOf(PuzzleGame game) {
    Table table = game.state().table();
    int[] deck = table.cards(game.solver(), Pile.DECK);
    List<String> ids = new ArrayList<>();
    for (int instance : deck) {
      ids.add(table.face(instance).definition.id());
    }
    Set<List<String>> orders = new HashSet<>();
    permute(ids, 0, orders);
    return orders.stream().map(order -> dealt(game.state(), deck, order)).toList();
  }

  private static void permute(List<String> ids, int from, Set<List<String>> orders) {
    if (from == ids.size()) {
      orders.add(List.copyOf(ids));
      return;
    }
    for (int i = from; i < ids.size(); i++) {
      List<String> other = new ArrayList<>(ids);
      other.set(from, ids.get(i));
      other.set(i, ids.get(from));
      permute(other, from + 1, orders);
    }
  }

  private static GameState dealt(GameState state, int[] deck, List<String> order) {
    Map<Integer, String> cards = new HashMap<>();
    for (int i = 0; i < deck.length; i++) {
      cards.put(deck[i], order.get(i));
    }
    return Redeal.of(state, cards);
  }
}
