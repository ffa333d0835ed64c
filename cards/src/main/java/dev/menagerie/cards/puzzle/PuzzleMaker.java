package dev.menagerie.cards.puzzle;

import dev.menagerie.cards.scenario.ScenarioCopy;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.config.RulesConfig.PrizeMode;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.Seat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes puzzles of positions from games: the player to act is put close to winning, the opposing
 * Pokémon get other damage, and what has one proved line that is long enough is a puzzle. Not
 * thread safe.
 */
public final class PuzzleMaker {
  /** Shorter lines are no puzzle. */
  public static final int LEAST_MOVES = 3;

  private static final int MOST_MOVES = 5;

  /** Moves tried for one position. */
  private static final int BUDGET = 15_000;

  /** Tries with other damage. */
  private static final int VARIANTS = 3;

  /** So few cards that every order of a deck can be proved. */
  private static final int DECK = 3;

  private static final int COUNTER = 10;

  private final CardSets sets;
  private final RandomGenerator random;

  /**
   * @param random decides the variants
   */
  public PuzzleMaker(CardSets sets, RandomGenerator random) {
    this.sets = sets;
    this.random = random;
  }

  /**
   * A puzzle made of a position.
   *
   * @param state the start of a turn
   * @return the puzzle as a scenario file; empty: the position gives none
   */
  public Optional<ObjectNode> of(String name, GameState state) {
    for (int i = 0; i < VARIANTS; i++) {
      Optional<ObjectNode> made = ScenarioCopy.of(name, state).flatMap(c -> made(c.file(), state));
      if (made.isPresent()) {
        return made;
      }
    }
    return Optional.empty();
  }

  private Optional<ObjectNode> made(ObjectNode file, GameState state) {
    Seat solver = state.turnSeat().orElseThrow();
    file.set("rules", JsonNodeFactory.instance.stringNode(state.rules().preset()));
    file.putArray("steps").addObject().putObject("expect").put("status", "active");
    for (JsonNode side : file.path("players")) {
      shorten((ObjectNode) side, "deck", DECK);
    }
    bringClose((ObjectNode) file.path("players").get(solver.index()), state);
    damage(file.path("players").get(solver.other().index()));
    Puzzle open = Puzzle.of(name(file), file, sets);
    PuzzleSolver.Result result = PuzzleSolver.solve(open.start(), MOST_MOVES, BUDGET);
    if (!result.isComplete()
        || result.lines().size() != 1
        || result.lines().getFirst().size() < LEAST_MOVES) {
      return Optional.empty();
    }
    Puzzle puzzle = new Puzzle(open.name(), open.start(), result.lines().getFirst());
    return PuzzleProof.isSafe(puzzle) ? Optional.of(written(file, puzzle)) : Optional.empty();
  }

  private static String name(ObjectNode file) {
    return file.path("name").asString();
  }

  private static void shorten(ObjectNode side, String zone, int most) {
    if (side.get(zone) instanceof ArrayNode cards) {
      while (cards.size() > most) {
        cards.remove(cards.size() - 1);
      }
    }
  }

  /** One or two knock-outs are left to win. */
  private void bringClose(ObjectNode side, GameState state) {
    int left = 1 + random.nextInt(2);
    if (state.rules().prizes().mode() == PrizeMode.CARDS) {
      shorten(side, "prizes", left);
    } else {
      side.put("points", state.table().goal() - left);
    }
  }

  private void damage(JsonNode side) {
    if (side.get("active") instanceof ObjectNode active) {
      damage(active);
    }
    side.path("bench").forEach(benched -> damage((ObjectNode) benched));
  }

  private void damage(ObjectNode pokemon) {
    String card = pokemon.path("card").asString();
    if (sets.catalog().find(card).orElseThrow() instanceof CardDefinition.Pokemon printed) {
      pokemon.put("damage", COUNTER * random.nextInt(printed.hp() / COUNTER));
    }
  }

  private static ObjectNode written(ObjectNode file, Puzzle puzzle) {
    ArrayNode steps = file.putArray("steps");
    for (JsonNode action : puzzle.line()) {
      ObjectNode step = steps.addObject();
      step.put("player", puzzle.start().solver().index());
      step.set("do", action);
    }
    ObjectNode expect = JsonNodeFactory.instance.objectNode();
    expect.put("winner", puzzle.start().solver().index());
    steps.addObject().set("expect", expect);
    return file;
  }
}
