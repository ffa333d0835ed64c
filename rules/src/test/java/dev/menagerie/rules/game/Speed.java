package dev.menagerie.rules.game;

import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.command.Moves;
import dev.menagerie.rules.config.Presets;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.GameStatus;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Measures random games in processor time, started manually: {@code java … Speed [seconds]}. */
public final class Speed {
  private Speed() {}

  public static void main(String[] args) {
    int seconds = args.length == 0 ? 5 : Integer.parseInt(args[0]);
    for (int round = 0; round < 2; round++) {
      for (RulesConfig rules : Presets.all()) {
        measure(rules, seconds);
      }
    }
  }

  private static void measure(RulesConfig rules, int seconds) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    long commands = 0;
    long games = 0;
    double nanos = 0;
    while (nanos < seconds * 1e9) {
      commands += play(rules, games++);
      nanos = threads.getCurrentThreadCpuTime() - start;
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %.0f games/s, %.0f ns a command, %.0f commands a game%n",
        rules.preset(),
        games * 1e9 / nanos,
        nanos / commands,
        (double) commands / games);
  }

  private static int play(RulesConfig rules, long seed) {
    GameSetup setup = Playout.setup(rules, seed);
    GameState state = Game.open(setup, Chance.keyed(setup.seed(), 0, 0)).next();
    SplittableRandom random = new SplittableRandom(seed);
    int number = 1;
    while (state.status() != GameStatus.FINISHED) {
      List<Command> moves = Moves.of(state);
      Command move = Playout.pick(state, moves, random);
      state =
          ((Decision.Accepted) Game.decide(state, move, Chance.keyed(setup.seed(), 0, number++)))
              .next();
    }
    return number;
  }
}
