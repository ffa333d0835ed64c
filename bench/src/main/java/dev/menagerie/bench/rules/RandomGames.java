package dev.menagerie.bench.rules;

import dev.menagerie.bots.BotKind;
import dev.menagerie.bots.Mover;
import dev.menagerie.bots.Playout;
import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.game.Chance;
import dev.menagerie.rules.game.Decision;
import dev.menagerie.rules.game.Game;
import dev.menagerie.rules.game.GameSetup;
import dev.menagerie.rules.state.GameState;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The random bot against itself on one thread, with the shipped cards and starter decks. Digests,
 * views and ids are left out, because they are the server's work.
 */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class RandomGames {
  @Param({"pocket", "standard", "house"})
  String preset = "pocket";

  private Pairings pairings = new Pairings("pocket");
  private SplittableRandom random = new SplittableRandom(1);
  private Mover mover = Mover.random(random);
  private GameSetup setup = pairings.next();
  private GameState state = Game.initial(setup);
  private int number;

  /** How many commands the games take. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Counted {
    public long commands;
  }

  /** Prepares the decks and the first game of a trial. */
  @Setup
  public void begin() {
    pairings = new Pairings(preset);
    open();
  }

  private void open() {
    setup = pairings.next();
    state = Game.open(setup, Chance.keyed(setup.seed(), 0, 0)).next();
    number = 0;
  }

  /** Whole games, from the shuffle to the last prize. */
  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  @OutputTimeUnit(TimeUnit.SECONDS)
  public Playout.Outcome games(Counted counted) {
    Playout.Outcome outcome =
        Playout.play(pairings.next(), BotKind.RANDOM, BotKind.RANDOM, number++);
    counted.commands += outcome.commands();
    return outcome;
  }

  /**
   * One command of a running game: lists every legal command, takes one, decides it and evolves the
   * state.
   */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.NANOSECONDS)
  public GameState command() {
    if (state.toAct().isEmpty()) {
      open();
    }
    state = accepted(mover.choose(state, state.toAct().orElseThrow()));
    return state;
  }

  private GameState accepted(Command command) {
    return switch (Game.decide(state, command, Chance.keyed(setup.seed(), 0, ++number))) {
      case Decision.Accepted accepted -> accepted.next();
      case Decision.Rejected refused -> throw new IllegalStateException("refused: " + refused);
    };
  }
}
