package dev.menagerie.bots.simulate;

import dev.menagerie.bots.BotKind;
import dev.menagerie.bots.Playout;
import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.deck.DeckList;
import dev.menagerie.rules.game.GameSetup;
import dev.menagerie.rules.game.Seed;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Games of some decks against each other: every pair in both orders in turn. The same simulation
 * gives the same games.
 *
 * @param decks at least one; a single one plays itself
 * @param firstBot plays the deck named first
 */
public record Simulation(
    Catalog catalog,
    RulesConfig rules,
    List<Entrant> decks,
    BotKind firstBot,
    BotKind secondBot,
    int games,
    long seed) {
  public Simulation {
    decks = List.copyOf(decks);
    if (decks.isEmpty()) {
      throw new IllegalArgumentException("a simulation needs a deck");
    }
    if (games < 1) {
      throw new IllegalArgumentException("a simulation needs a game");
    }
  }

  /** A deck that takes part. */
  public record Entrant(String name, DeckList deck) {}

  /** Plays all games on this thread. */
  public Report run(Progress progress) {
    return run(1, progress);
  }

  /**
   * Plays all games on that many threads. The result does not depend on the number of threads,
   * except {@link Report#seconds}.
   *
   * @param progress called after each game, by one thread at a time
   */
  public Report run(int threads, Progress progress) {
    Progress.Meter meter = new Progress.Meter(games, progress);
    AtomicInteger next = new AtomicInteger();
    try (ExecutorService players = Executors.newFixedThreadPool(threads)) {
      List<Future<SimulationTally>> parts = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        parts.add(players.submit(() -> playFrom(next, meter)));
      }
      SimulationTally all = new SimulationTally(decks.size());
      for (Future<SimulationTally> part : parts) {
        all.add(joined(part));
      }
      return all.report(decks.stream().map(Entrant::name).toList(), meter);
    }
  }

  private SimulationTally playFrom(AtomicInteger next, Progress.Meter meter) {
    SimulationTally tally = new SimulationTally(decks.size());
    try {
      for (int game = next.getAndIncrement(); game < games; game = next.getAndIncrement()) {
        Pairing pairing = pairing(game);
        tally.add(pairing.first(), pairing.second(), play(game, pairing));
        meter.gameEnded();
      }
    } catch (RuntimeException fault) {
      // One game that went wrong stops all threads: the others are not worth waiting for.
      next.set(games);
      throw fault;
    }
    return tally;
  }

  private static SimulationTally joined(Future<SimulationTally> part) {
    try {
      return part.get();
    } catch (ExecutionException fault) {
      throw new IllegalStateException("a simulation went wrong", fault.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("a simulation was interrupted", stopped);
    }
  }

  private record Pairing(int first, int second) {}

  private Pairing pairing(int game) {
    int count = decks.size();
    if (count == 1) {
      return new Pairing(0, 0);
    }
    int pair = game % (count * (count - 1));
    int first = pair / (count - 1);
    int other = pair % (count - 1);
    return new Pairing(first, other >= first ? other + 1 : other);
  }

  private Playout.Outcome play(int game, Pairing pairing) {
    GameSetup setup =
        new GameSetup(
            rules,
            catalog,
            decks.get(pairing.first()).deck(),
            decks.get(pairing.second()).deck(),
            gameSeed(game));
    long botSeed = seed * 31 + game;
    try {
      return Playout.play(
          setup, firstBot, secondBot, decks.stream().map(Entrant::deck).toList(), botSeed);
    } catch (RuntimeException fault) {
      String which = "game " + game + " of seed " + seed + ", " + rules.preset();
      throw new IllegalStateException("a simulated game went wrong: " + which, fault);
    }
  }

  private Seed gameSeed(int game) {
    return Seed.of(ByteBuffer.allocate(Seed.BYTES).putLong(seed).putInt(game).array());
  }
}
