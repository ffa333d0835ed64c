package dev.menagerie.server.puzzle;

import dev.menagerie.cards.puzzle.Puzzle;
import dev.menagerie.cards.puzzle.PuzzleGame;
import dev.menagerie.codec.PreEncoded;
import dev.menagerie.protocol.Refusal;
import dev.menagerie.protocol.WireState;
import dev.menagerie.protocol.WireStates;
import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.command.Rejection;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.Action;
import dev.menagerie.rules.view.Actions;
import dev.menagerie.rules.view.EventView;
import dev.menagerie.rules.view.Legal;
import dev.menagerie.rules.view.Redaction;
import dev.menagerie.rules.view.Viewer;
import dev.menagerie.rules.view.Views;
import dev.menagerie.server.play.ActionNames;
import dev.menagerie.server.play.Refusals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The puzzle of a day as one user sees it. A try is the whole line so far, played from the start
 * over the rules: nothing is kept between calls, so any node answers any of them.
 *
 * @param user the solver's id
 * @param name the solver's name
 */
record DailyPuzzle(LocalDate day, Puzzle puzzle, String user, String name) {
  /** The id that the opponent has in states and events. */
  private static final String OPPONENT = "puzzle";

  private static final String OPPONENT_NAME = "Puzzle";

  /**
   * What one action, or an answer of the opponent, did.
   *
   * @param eventId the version of the position after it
   */
  record PuzzleCommit(long eventId, String playerId, String actionType, List<EventView> events) {
    PuzzleCommit {
      events = List.copyOf(events);
    }
  }

  /**
   * One action of the solution.
   *
   * @param commits what it did, and after it the opponent's answers
   * @param state the position after it
   */
  record PuzzleStep(Action action, List<PuzzleCommit> commits, WireState state) {
    PuzzleStep {
      commits = List.copyOf(commits);
    }
  }

  /** The outcome of a try. */
  sealed interface Outcome {
    /**
     * All actions were done.
     *
     * @param commits of the last action
     */
    record Played(PuzzleGame.Status status, List<PuzzleCommit> commits, WireState state)
        implements Outcome {
      public Played {
        commits = List.copyOf(commits);
      }
    }

    /** One of them is refused, or comes after the end. */
    record Refused(Refusal refusal) implements Outcome {}
  }

  /** The position to solve. */
  WireState start() {
    return state(puzzle.start());
  }

  /** The ids of the cards in the solver's deck, sorted. */
  List<String> deck() {
    var game = puzzle.start();
    var table = game.state().table();
    return Arrays.stream(table.cards(game.solver(), Pile.DECK))
        .mapToObj(card -> table.face(card).definition.id())
        .sorted()
        .toList();
  }

  /** Plays a line. */
  Outcome play(List<Action> actions) {
    PuzzleGame game = puzzle.start();
    List<PuzzleCommit> commits = List.of();
    for (Action action : actions) {
      if (game.status() != PuzzleGame.Status.OPEN) {
        return refused(new Rejection.GameOver());
      }
      switch (Actions.resolve(game.state(), game.solver(), action)) {
        case Actions.Resolution.Refused(var reason) -> {
          return refused(reason);
        }
        case Actions.Resolution.Resolved(var command) -> {
          switch (game.play(command)) {
            case PuzzleGame.Answer.Refused(var reason) -> {
              return refused(reason);
            }
            case PuzzleGame.Answer.Played played -> {
              commits = commits(game, played);
              game = played.game();
            }
          }
        }
      }
    }
    return new Outcome.Played(game.status(), commits, state(game));
  }

  private static Outcome refused(Rejection reason) {
    return new Outcome.Refused(Refusals.of(reason));
  }

  /** The winning line, step by step. */
  List<PuzzleStep> solution() {
    List<PuzzleStep> steps = new ArrayList<>();
    PuzzleGame game = puzzle.start();
    for (Command command : puzzle.solution()) {
      if (!(game.play(command) instanceof PuzzleGame.Answer.Played played)) {
        throw new IllegalStateException(puzzle.name() + " refuses " + command);
      }
      steps.add(
          new PuzzleStep(
              Legal.action(game.state(), command), commits(game, played), state(played.game())));
      game = played.game();
    }
    return steps;
  }

  private List<PuzzleCommit> commits(PuzzleGame before, PuzzleGame.Answer.Played played) {
    List<PuzzleCommit> commits = new ArrayList<>();
    Viewer viewer = Viewer.seat(before.solver());
    long eventId = before.commands();
    for (PuzzleGame.Step step : played.steps()) {
      commits.add(
          new PuzzleCommit(
              ++eventId,
              step.command().seat() == before.solver() ? user : OPPONENT,
              ActionNames.of(Legal.action(step.before(), step.command())),
              Redaction.of(step.events(), step.after(), viewer)));
    }
    return commits;
  }

  private WireState state(PuzzleGame game) {
    var own = new WireStates.Player(user, name);
    var other = new WireStates.Player(OPPONENT, OPPONENT_NAME);
    var about =
        new WireStates.About(
            "puzzle-" + day,
            game.commands(),
            0,
            "puzzle",
            PreEncoded.of(game.state().rules()),
            game.solver() == Seat.FIRST ? List.of(own, other) : List.of(other, own),
            Optional.empty());
    var view = Views.of(game.state(), Viewer.seat(game.solver()));
    return WireStates.of(about, view);
  }
}
