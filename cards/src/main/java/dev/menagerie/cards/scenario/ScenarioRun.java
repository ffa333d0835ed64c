package dev.menagerie.cards.scenario;

import dev.menagerie.codec.SnakeCase;
import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.command.Rejection;
import dev.menagerie.rules.game.Chance;
import dev.menagerie.rules.game.ClockChange;
import dev.menagerie.rules.game.Decision;
import dev.menagerie.rules.game.Game;
import dev.menagerie.rules.game.ScriptedChance;
import dev.menagerie.rules.game.Seed;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.Seat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A running scenario: its state, its coins, and the last command. */
final class ScenarioRun {
  private static final int BEFORE_AND_AFTER = -1;

  private final Scenario scenario;
  private final Seed seed;
  private final boolean coinsAreScripted;
  private GameState state;
  private ScriptedChance coins;
  private int commands;
  private List<Event> lastEvents = List.of();
  private ClockChange lastClock = new ClockChange.Keep();

  private ScenarioRun(Scenario scenario) {
    this.scenario = scenario;
    this.seed = Seeds.of(scenario.seed());
    this.coinsAreScripted = scenario.coins().isPresent();
    this.coins = Chance.scripted(scenario.coins().orElse(List.of()), chance());
    this.state = BoardLayout.of(scenario, seed, coins);
  }

  /** The failure, or empty if the scenario passed. */
  static Optional<ScenarioResult.Failure> play(Scenario scenario) {
    try {
      return new ScenarioRun(scenario).play();
    } catch (IllegalArgumentException impossible) {
      String why = String.valueOf(impossible.getMessage());
      return Optional.of(failure("the board cannot be laid", "a possible board", why));
    } catch (IllegalStateException broken) {
      // One file must not keep the others from being run.
      String why = String.valueOf(broken.getMessage());
      return Optional.of(failure("the rules cannot go on", "a possible game", why));
    }
  }

  /** The scenario after so many steps, or after the first one that fails. */
  static ScenarioLook look(Scenario scenario, int wanted) {
    int steps = scenario.steps().size();
    try {
      var run = new ScenarioRun(scenario);
      int done = 0;
      Optional<ScenarioResult.Failure> failure = Optional.empty();
      while (done < Math.min(steps, wanted) && failure.isEmpty()) {
        failure = run.step(scenario.steps().get(done));
        done++;
      }
      var why = failure.map(ScenarioResult.Failure::toString);
      var state = FullState.of(run.state, run.lastClock);
      return new ScenarioLook(scenario.name(), steps, done, why, Optional.of(state));
    } catch (IllegalArgumentException | IllegalStateException impossible) {
      var why = Optional.of(String.valueOf(impossible.getMessage()));
      return new ScenarioLook(scenario.name(), steps, 0, why, Optional.empty());
    }
  }

  private Optional<ScenarioResult.Failure> play() {
    for (int i = 0; i < scenario.steps().size(); i++) {
      ScenarioStep step = scenario.steps().get(i);
      Optional<ScenarioResult.Failure> failure = step(step);
      if (failure.isPresent()) {
        return failure;
      }
    }
    answerForced();
    return coins.left() > 0
        ? Optional.of(
            failure("coins are left", "all coins are used", coins.left() + " were never tossed"))
        : Optional.empty();
  }

  private Optional<ScenarioResult.Failure> step(ScenarioStep step) {
    try {
      if (ForcedChoices.mayBeAnsweredBefore(step)) {
        answerForced();
      }
      if (step.action().filter(action -> !isDoneAlready(player(step), action)).isPresent()) {
        answerUpTo(step);
      }
      Optional<ScenarioResult.Failure> acted =
          step.action().flatMap(action -> act(step, player(step), action));
      return acted
          .or(() -> expectations(step))
          .or(() -> step.legal().stream().flatMap(a -> mustBeLegal(step, a).stream()).findFirst())
          .or(() ->
              step.notLegal().stream().flatMap(a -> mustNotBeLegal(step, a).stream()).findFirst());
    } catch (BadStep bad) {
      return fail(step, "is no step", "an action", String.valueOf(bad.getMessage()));
    }
  }

  private Seat player(ScenarioStep step) {
    return step.player().or(state::toAct).orElse(Seat.FIRST);
  }

  // Acting

  private Optional<ScenarioResult.Failure> act(ScenarioStep step, Seat seat, JsonNode action) {
    if (isDoneAlready(seat, action)) {
      return Optional.empty();
    }
    Command command = ActionReader.read(state, seat, action);
    Decision decision = Game.decide(state, command, nextChance());
    return switch (decision) {
      case Decision.Rejected(var reason) -> refused(step, reason);
      case Decision.Accepted accepted -> {
        accept(accepted);
        yield accepted(step, action);
      }
    };
  }

  private Optional<ScenarioResult.Failure> refused(ScenarioStep step, Rejection reason) {
    return switch (step.refusal()) {
      case ScenarioStep.Refusal.None() ->
          fail(step, "the rules refuse it", "accepted", describe(reason));
      case ScenarioStep.Refusal.ForAnyReason() -> Optional.empty();
      case ScenarioStep.Refusal.Because(var wanted) ->
          wanted.equals(name(reason))
              ? Optional.empty()
              : fail(step, "it is refused for another reason", wanted, describe(reason));
    };
  }

  private Optional<ScenarioResult.Failure> accepted(ScenarioStep step, JsonNode action) {
    return switch (step.refusal()) {
      case ScenarioStep.Refusal.None() -> missingCoins(step);
      case ScenarioStep.Refusal.ForAnyReason() ->
          fail(step, "the rules accept it", "rejected", "accepted: " + action);
      case ScenarioStep.Refusal.Because(var wanted) ->
          fail(step, "the rules accept it", "rejected: " + wanted, "accepted: " + action);
    };
  }

  private Optional<ScenarioResult.Failure> missingCoins(ScenarioStep step) {
    return coinsAreScripted && coins.left() < 0
        ? fail(
            step,
            "a coin is tossed that was not written down",
            "no such toss",
            -coins.left() + " more")
        : Optional.empty();
  }

  private void accept(Decision.Accepted accepted) {
    state = accepted.next();
    lastEvents = accepted.events();
    lastClock = accepted.clock();
  }

  private Chance nextChance() {
    coins = coins.with(chance());
    commands++;
    return coins;
  }

  private Chance chance() {
    return Chance.keyed(seed, 0, commands);
  }

  /** A choice with one possible answer is made by the engine; making it again is no mistake. */
  private boolean isDoneAlready(Seat seat, JsonNode action) {
    String type = action.path("type").asString("");
    boolean open =
        state
            .pending()
            .filter(p -> p.seat() == seat && p.kind().name().equalsIgnoreCase(type))
            .isPresent();
    if (open) {
      return false;
    }
    return switch (type) {
      case "select_prize" ->
          lastEvents.stream()
              .anyMatch(e -> e instanceof Event.PrizeTaken taken && taken.seat() == seat);
      case "select_active" ->
          new Places(state.table(), seat)
              .pokemon("active")
              .filter(active ->
                  lastEvents.stream()
                      .anyMatch(e ->
                          e instanceof Event.ActiveChanged changed
                              && changed.serial() == active.serial()))
              .isPresent();
      default -> false;
    };
  }

  /** Goes on over such choices that come before the one the step answers. */
  private void answerUpTo(ScenarioStep step) {
    while (ForcedChoices.isOpen(state) && ForcedChoices.standsBefore(state, step)) {
      if (!(Game.decide(state, ForcedChoices.answer(state), nextChance())
          instanceof Decision.Accepted accepted)) {
        return;
      }
      accept(accepted);
    }
  }

  /** Answers choices that have one option only. */
  private void answerForced() {
    while (ForcedChoices.isOpen(state)) {
      if (!(Game.decide(state, ForcedChoices.answer(state), nextChance())
          instanceof Decision.Accepted accepted)) {
        return;
      }
      accept(accepted);
    }
  }

  // Expecting

  /**
   * Checks expectations now, or after the choices that have one option only: an author who writes
   * an attack and its result need not know where the interpreter waits.
   */
  private Optional<ScenarioResult.Failure> expectations(ScenarioStep step) {
    Optional<ScenarioResult.Failure> now = expectations(step, FullState.of(state, lastClock));
    if (now.isEmpty() || !ForcedChoices.isOpen(state) || !ForcedChoices.isUnspoken(step)) {
      return now;
    }
    GameState ahead = ForcedChoices.answered(state, coins.with(chance()));
    return expectations(step, FullState.of(ahead, lastClock)).isEmpty() ? Optional.empty() : now;
  }

  private static Optional<ScenarioResult.Failure> expectations(
      ScenarioStep step, ObjectNode whole) {
    for (Map.Entry<String, JsonNode> expected : step.expect().entrySet()) {
      Optional<String> found = Expectation.mismatch(whole, expected.getKey(), expected.getValue());
      if (found.isPresent()) {
        return fail(step, expected.getKey(), expected.getValue().toString(), found.get());
      }
    }
    return Optional.empty();
  }

  /** After a player has acted, the other may be the one to act. */
  private Seat asked(ScenarioStep step) {
    return step.action().isPresent() ? state.toAct().orElseGet(() -> player(step)) : player(step);
  }

  private Optional<ScenarioResult.Failure> mustBeLegal(
      ScenarioStep step, ScenarioStep.Possible action) {
    return reasonAgainst(step, action)
        .flatMap(reason -> fail(step, "legal: " + action.action(), "legal", describe(reason)));
  }

  private Optional<ScenarioResult.Failure> mustNotBeLegal(
      ScenarioStep step, ScenarioStep.Possible action) {
    return reasonAgainst(step, action).isPresent()
        ? Optional.empty()
        : fail(step, "not legal: " + action.action(), "not legal", "accepted");
  }

  private Optional<Rejection> reasonAgainst(ScenarioStep step, ScenarioStep.Possible possible) {
    Seat seat = possible.player().orElseGet(() -> asked(step));
    Command command = ActionReader.read(state, seat, possible.action());
    return Game.decide(state, command, chance()) instanceof Decision.Rejected(var reason)
        ? Optional.of(reason)
        : Optional.empty();
  }

  private static String describe(Rejection reason) {
    String facts = reason.toString();
    return "rejected: " + name(reason) + facts.substring(facts.indexOf('['));
  }

  private static String name(Rejection reason) {
    return SnakeCase.of(reason.getClass().getSimpleName());
  }

  private static Optional<ScenarioResult.Failure> fail(
      ScenarioStep step, String what, String expected, String actual) {
    return Optional.of(new ScenarioResult.Failure.Broken(step.number(), what, expected, actual));
  }

  private static ScenarioResult.Failure failure(String what, String expected, String actual) {
    return new ScenarioResult.Failure.Broken(BEFORE_AND_AFTER, what, expected, actual);
  }
}
