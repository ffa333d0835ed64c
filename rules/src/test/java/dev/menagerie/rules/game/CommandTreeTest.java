package dev.menagerie.rules.game;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.command.Moves;
import dev.menagerie.rules.config.Presets;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.state.GameState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * The number of states that n commands can reach, for fixed seeds. Every change of the rules shows
 * here; for an intended change, copy the numbers of the failure.
 */
class CommandTreeTest {
  private static final int DEPTH = 3;

  @Test
  void countsAreAsWrittenDown() throws IOException {
    StringBuilder counts = new StringBuilder();
    for (RulesConfig rules : Presets.all()) {
      for (long seed = 1; seed <= 4; seed++) {
        for (int start : new int[] {2, 12, 40}) {
          GameState state = after(rules, seed, start);
          counts
              .append(rules.preset())
              .append(" seed ")
              .append(seed)
              .append(" from ")
              .append(start);
          for (int depth = 1; depth <= DEPTH; depth++) {
            counts.append(' ').append(count(state, depth, start));
          }
          counts.append('\n');
        }
      }
    }
    assertThat(counts.toString()).isEqualTo(written());
  }

  private static String written() throws IOException {
    try (InputStream in = CommandTreeTest.class.getResourceAsStream("/command-tree-counts.txt")) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static GameState after(RulesConfig rules, long seed, int commands) {
    GameSetup setup = Playout.setup(rules, seed);
    GameState state = Game.open(setup, Chance.keyed(setup.seed(), 0, 0)).next();
    SplittableRandom random = new SplittableRandom(seed);
    for (int number = 1; number <= commands && state.toAct().isPresent(); number++) {
      Command move = Playout.pick(state, Moves.of(state), random);
      state = next(state, move, number);
    }
    return state;
  }

  private static GameState next(GameState state, Command move, int number) {
    Chance chance = Chance.keyed(Playout.seed(1), 0, number);
    return ((Decision.Accepted) Game.decide(state, move, chance)).next();
  }

  private static long count(GameState state, int depth, int number) {
    if (depth == 0) {
      return 1;
    }
    long count = 0;
    for (Command move : Moves.of(state)) {
      count += count(next(state, move, number + 1), depth - 1, number + 1);
    }
    return count;
  }
}
