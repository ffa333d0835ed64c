package dev.menagerie.cards.puzzle;

import dev.menagerie.cards.scenario.ScenarioGame;
import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.command.Moves;
import dev.menagerie.rules.command.Rejection;
import dev.menagerie.rules.game.Chance;
import dev.menagerie.rules.game.Decision;
import dev.menagerie.rules.game.Game;
import dev.menagerie.rules.game.Seed;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.Seat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A puzzle that is being played. The same commands always lead to the same position: coins fall
 * tails, all other chance is the puzzle's seed, and the opponent's choices take their first option.
 * Immutable.
 *
 * @param solver the seat that is to win
 * @param turn the turn to win in
 * @param commands given so far
 */
public record PuzzleGame(GameState state, Seat solver, int turn, Seed seed, int commands) {
  /** Answers of the opponent to one command; a bound for effects that ask again and again. */
  private static final int MAX_ANSWERS = 50;

  /** How a try stands. */
  public enum Status {
    OPEN,
    SOLVED,
    FAILED
  }

  /** A command, the solver's or an answer of the opponent, and what it did. */
  public record Step(Command command, List<Event> events, GameState before, GameState after) {
    public Step {
      events = List.copyOf(events);
    }
  }

  /** The answer to a command. */
  public sealed interface Answer {
    /** It was done. */
    record Played(PuzzleGame game, List<Step> steps) implements Answer {
      public Played {
        steps = List.copyOf(steps);
      }
    }

    /** It was refused, and nothing changed. */
    record Refused(Rejection reason) implements Answer {}
  }

  /** The position a puzzle begins with. */
  static PuzzleGame of(ScenarioGame scenario) {
    GameState start = scenario.start();
    Seat solver =
        start.turnSeat().orElseThrow(() -> new IllegalArgumentException("is within no turn"));
    return new PuzzleGame(start, solver, start.turn(), scenario.seed(), 0);
  }

  /** How it stands: the turn's end without a win is a failure. */
  public Status status() {
    if (state.result().isPresent()) {
      boolean won = state.result().get().winner().filter(solver::equals).isPresent();
      return won ? Status.SOLVED : Status.FAILED;
    }
    return state.turn() == turn ? Status.OPEN : Status.FAILED;
  }

  /** Gives a command of the solver, and then the opponent's answers. */
  public Answer play(Command command) {
    List<Step> steps = new ArrayList<>();
    GameState now = state;
    Command next = command;
    while (true) {
      switch (Game.decide(now, next, chance(commands + steps.size() + 1))) {
        case Decision.Rejected(var reason) -> {
          if (steps.isEmpty()) {
            return new Answer.Refused(reason);
          }
          throw new IllegalStateException("the opponent's answer is refused: " + reason);
        }
        case Decision.Accepted accepted -> {
          steps.add(new Step(next, accepted.events(), now, accepted.next()));
          now = accepted.next();
        }
      }
      PuzzleGame then = new PuzzleGame(now, solver, turn, seed, commands + steps.size());
      boolean answers = now.toAct().filter(solver.other()::equals).isPresent();
      if (then.status() != Status.OPEN || !answers || steps.size() > MAX_ANSWERS) {
        return new Answer.Played(then, steps);
      }
      next = Moves.of(now).getFirst();
    }
  }

  /** The game after a command; empty: the rules refuse it. */
  Optional<PuzzleGame> after(Command command) {
    return play(command) instanceof Answer.Played played
        ? Optional.of(played.game())
        : Optional.empty();
  }

  private Chance chance(int number) {
    return new TailsChance(Chance.keyed(seed, 0, number));
  }

  /** All coins show tails. */
  private record TailsChance(Chance rest) implements Chance {
    @Override
    public boolean flip() {
      return false;
    }

    @Override
    public int below(int bound) {
      return rest.below(bound);
    }
  }
}
