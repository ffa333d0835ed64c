package dev.menagerie.cards.scenario;

import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.command.Moves;
import dev.menagerie.rules.game.Chance;
import dev.menagerie.rules.game.Decision;
import dev.menagerie.rules.game.Game;
import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.PendingChoice;
import org.jspecify.annotations.Nullable;

/**
 * Choices that leave nothing to decide: those with one possible answer, prize cards, which lie face
 * down, and the order of effects that fired at once. A scenario need not write them down.
 */
final class ForcedChoices {
  private ForcedChoices() {}

  static boolean isOpen(GameState state) {
    return state.pending().filter(ForcedChoices::leavesNothing).isPresent();
  }

  private static boolean leavesNothing(PendingChoice pending) {
    return pending.kind() == ChoiceKind.SELECT_PRIZE
        || pending.kind() == ChoiceKind.TRIGGER
        || (pending.min() == 1 && pending.options().size() == 1);
  }

  /** Whether a step answers a later question than the one that leaves nothing to decide. */
  static boolean standsBefore(GameState state, ScenarioStep step) {
    @Nullable ChoiceKind open = state.pending().map(PendingChoice::kind).orElse(null);
    String wanted = step.action().map(a -> a.path("type").asString("")).orElse("");
    return step.refusal() instanceof ScenarioStep.Refusal.None
        && switch (wanted) {
          case "select_active" -> open != ChoiceKind.SELECT_ACTIVE;
          case "select_prize" -> open != ChoiceKind.SELECT_PRIZE;
          case "select" -> open == ChoiceKind.SELECT_PRIZE;
          default -> false;
        };
  }

  static Command answer(GameState state) {
    PendingChoice pending = state.pending().orElseThrow();
    return Moves.defaultAnswer(state, pending);
  }

  /** The state after all of them, for a look ahead. */
  static GameState answered(GameState state, Chance chance) {
    GameState ahead = state;
    while (isOpen(ahead)
        && Game.decide(ahead, answer(ahead), chance) instanceof Decision.Accepted accepted) {
      ahead = accepted.next();
    }
    return ahead;
  }

  /** Whether a step can come after such choices without answering or expecting them. */
  static boolean mayBeAnsweredBefore(ScenarioStep step) {
    boolean answers =
        step.action().filter(a -> a.path("type").asString("").startsWith("select")).isPresent();
    return !answers
        && isUnspoken(step)
        && step.refusal() instanceof ScenarioStep.Refusal.None
        && step.legal().isEmpty()
        && step.notLegal().isEmpty();
  }

  /** Whether the expectations of a step do not name the player who has to choose. */
  static boolean isUnspoken(ScenarioStep step) {
    return step.expect().keySet().stream()
        .noneMatch(path -> path.startsWith("pending") || path.equals("to_act"));
  }
}
