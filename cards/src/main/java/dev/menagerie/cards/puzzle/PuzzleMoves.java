package dev.menagerie.cards.puzzle;

import dev.menagerie.cards.scenario.ScenarioGame;
import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.command.Moves;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.PendingChoice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Every move of a position, those that differ in the copy of a card only once. */
final class PuzzleMoves {
  /** A choice with more answers makes a position too wide to be proved. */
  private static final int MAX_ANSWERS = 200;

  private PuzzleMoves() {}

  /** A position has more answers to a choice than are tried. */
  static final class TooWide extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooWide() {
      super("a choice has more than " + MAX_ANSWERS + " answers", null, false, false);
    }
  }

  /**
   * The commands by how scenarios write them; of a choice of several things every set of them, some
   * of which the rules may refuse.
   *
   * @throws TooWide if a choice has too many answers
   */
  static Map<ObjectNode, Command> of(GameState state) {
    Map<ObjectNode, Command> moves = new LinkedHashMap<>();
    for (Command move : all(state)) {
      moves.putIfAbsent(ScenarioGame.written(state, move), move);
    }
    return moves;
  }

  private static List<Command> all(GameState state) {
    PendingChoice pending = state.table().pending();
    if (pending == null || (pending.max() == 1 && pending.worth() == 0)) {
      return Moves.of(state);
    }
    List<Command> answers = new ArrayList<>();
    add(pending, 0, new ArrayList<>(), answers);
    return answers;
  }

  private static void add(
      PendingChoice pending, int from, List<Integer> chosen, List<Command> answers) {
    if (answers.size() > MAX_ANSWERS) {
      throw new TooWide();
    }
    if (chosen.size() >= pending.min()) {
      answers.add(new Command.Select(pending.seat(), pending.number(), chosen));
    }
    for (int i = from; i < pending.options().size() && chosen.size() < pending.max(); i++) {
      List<Integer> more = new ArrayList<>(chosen);
      more.add(i);
      add(pending, i + 1, more, answers);
    }
  }
}
