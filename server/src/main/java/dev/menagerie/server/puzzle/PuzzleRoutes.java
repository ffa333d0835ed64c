package dev.menagerie.server.puzzle;

import static dev.menagerie.server.http.ProblemKind.GAME_OVER;
import static dev.menagerie.server.http.ProblemKind.INVALID_ACTION;
import static dev.menagerie.server.http.ProblemKind.INVALID_MESSAGE;
import static dev.menagerie.server.http.ProblemKind.NOT_FOUND;

import dev.menagerie.cards.puzzle.PuzzleGame.Status;
import dev.menagerie.cards.puzzle.Puzzles;
import dev.menagerie.protocol.Refusal;
import dev.menagerie.protocol.WireState;
import dev.menagerie.rules.view.Action;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.http.Call;
import dev.menagerie.server.http.HttpRefusal;
import dev.menagerie.server.http.RateLimit;
import dev.menagerie.server.http.Route;
import dev.menagerie.server.http.RouteResponse;
import dev.menagerie.server.puzzle.DailyPuzzle.PuzzleCommit;
import dev.menagerie.server.puzzle.DailyPuzzle.PuzzleStep;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** {@code /puzzles}: the puzzle of today, and those of the days before. */
public final class PuzzleRoutes {
  /** The path's word for the present day. */
  private static final String TODAY = "today";

  /** Puzzles of so many days can be played. */
  private static final int DAYS = 366;

  /** A turn has some ten actions. */
  private static final int MAX_ACTIONS = 60;

  /** A try of each action, by hand. */
  private static final RateLimit TRIES = RateLimit.perMinute("puzzles", 240);

  private final Supplier<Puzzles> puzzles;
  private final SolvedPuzzles solved;
  private final InstantSource clock;
  private final Function<Refusal, HttpRefusal> refusals;

  /**
   * @param puzzles asked for when one is played
   * @param clock says which day it is; the store's clock, so that all nodes agree
   * @param refusals the problem document of a refusal by the rules
   */
  public PuzzleRoutes(
      Supplier<Puzzles> puzzles,
      SolvedPuzzles solved,
      InstantSource clock,
      Function<Refusal, HttpRefusal> refusals) {
    this.puzzles = puzzles;
    this.solved = solved;
    this.clock = clock;
    this.refusals = refusals;
  }

  /**
   * A puzzle as a user sees it.
   *
   * @param day as {@code 2026-11-30}
   * @param moves of the shortest solution
   * @param deck ids of the cards in the user's deck, sorted: their order decides nothing
   * @param solvedAt when the user first solved it
   * @param solutionSeenAt when the user first looked at the solution
   * @param streak days in a row, up to now, whose puzzle the user solved on the day itself, before
   *     any look at the solution
   */
  public record PuzzleView(
      String day,
      int moves,
      List<String> deck,
      Optional<Instant> solvedAt,
      Optional<Instant> solutionSeenAt,
      int streak,
      WireState state) {
    public PuzzleView {
      deck = List.copyOf(deck);
    }
  }

  /** The body of {@code POST /puzzles/{day}/tries}: the whole line so far. */
  public record PuzzleLine(List<Action> actions) {
    public PuzzleLine {
      actions = List.copyOf(actions);
    }
  }

  /**
   * How a try stands.
   *
   * @param commits what the last action did
   */
  public record PuzzleTry(Status status, List<PuzzleCommit> commits, WireState state, int streak) {}

  /** The shortest line, step by step. */
  public record PuzzleSolution(List<PuzzleStep> steps) {}

  /** The routes of puzzles. */
  public List<Route<?, ?>> routes() {
    return List.of(
        Route.get("/puzzles/{day}", "puzzle", "The puzzle of a day, or of today")
            .responds(200, PuzzleView.class)
            .refuses(NOT_FOUND)
            .by(call -> RouteResponse.of(view(call))),
        Route.post("/puzzles/{day}/tries", "tryPuzzle", "Play a line of a puzzle")
            .takes(PuzzleLine.class)
            .responds(200, PuzzleTry.class)
            .refuses(NOT_FOUND, INVALID_ACTION, GAME_OVER)
            .limitedTo(TRIES)
            .by(call -> RouteResponse.of(play(call))),
        Route.get("/puzzles/{day}/solution", "puzzleSolution", "The solution of a puzzle")
            .responds(200, PuzzleSolution.class)
            .refuses(NOT_FOUND)
            .by(call -> RouteResponse.of(solution(call))));
  }

  private PuzzleView view(Call<?> call) {
    var puzzle = puzzle(call);
    var user = user(call);
    return new PuzzleView(
        puzzle.day().toString(),
        puzzle.puzzle().line().size(),
        puzzle.deck(),
        solved.solvedAt(user, puzzle.day()),
        solved.solutionSeenAt(user, puzzle.day()),
        streak(user),
        puzzle.start());
  }

  private PuzzleTry play(Call<PuzzleLine> call) {
    var puzzle = puzzle(call);
    var user = user(call);
    var actions = call.body().actions();
    if (actions.size() > MAX_ACTIONS) {
      throw HttpRefusal.of(INVALID_MESSAGE, "A line has up to " + MAX_ACTIONS + " actions");
    }
    return switch (puzzle.play(actions)) {
      case DailyPuzzle.Outcome.Refused(var refusal) -> throw refusals.apply(refusal);
      case DailyPuzzle.Outcome.Played played -> {
        if (played.status() == Status.SOLVED) {
          solved.solved(user, puzzle.day(), clock.instant());
        }
        yield new PuzzleTry(played.status(), played.commits(), played.state(), streak(user));
      }
    };
  }

  private PuzzleSolution solution(Call<?> call) {
    var puzzle = puzzle(call);
    solved.solutionSeen(user(call), puzzle.day(), clock.instant());
    return new PuzzleSolution(puzzle.solution());
  }

  private DailyPuzzle puzzle(Call<?> call) {
    var day = day(call.pathParameter("day"));
    return new DailyPuzzle(day, puzzles.get().of(day), call.user().userId(), call.user().name());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private LocalDate day(String written) {
    var today = today();
    if (written.equals(TODAY)) return today;
    try {
      var day = LocalDate.parse(written);
      if (!day.isAfter(today) && day.isAfter(today.minusDays(DAYS))) return day;
    } catch (DateTimeParseException noDay) {
      throw HttpRefusal.of(NOT_FOUND);
    }
    throw HttpRefusal.of(NOT_FOUND);
  }

  /** Today's puzzle may still be solved: without it the streak ends yesterday. */
  private int streak(UserId user) {
    var days = solved.onTime(user, DAYS);
    var next = today();
    if (!days.isEmpty() && days.getFirst().equals(next.minusDays(1))) next = next.minusDays(1);
    int streak = 0;
    for (var day : days) {
      if (!day.equals(next)) break;
      streak++;
      next = next.minusDays(1);
    }
    return streak;
  }

  private static UserId user(Call<?> call) {
    return new UserId(call.user().userId());
  }
}
