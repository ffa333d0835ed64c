package dev.menagerie.bots.simulate;

import dev.menagerie.bots.BotKind;
import dev.menagerie.bots.Playout;
import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.deck.DeckList;
import dev.menagerie.rules.game.GameSetup;
import dev.menagerie.rules.game.Seed;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.IntConsumer;

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

  /**
   * Plays all games on this thread.
   *
   * @param progress told how many games are done after each
   */
  public Report run(IntConsumer progress) {
    Tally tally = new Tally(decks.stream().map(Entrant::name).toList());
    long begin = System.nanoTime();
    for (int game = 0; game < games; game++) {
      Pairing pairing = pairing(game);
      Playout.Outcome outcome = play(game, pairing);
      tally.add(pairing.first(), pairing.second(), outcome);
      progress.accept(game + 1);
    }
    return tally.report(System.nanoTime() - begin);
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
      return Playout.play(setup, firstBot, secondBot, botSeed);
    } catch (RuntimeException fault) {
      String which = "game " + game + " of seed " + seed + ", " + rules.preset();
      throw new IllegalStateException("a simulated game went wrong: " + which, fault);
    }
  }

  private Seed gameSeed(int game) {
    return Seed.of(ByteBuffer.allocate(Seed.BYTES).putLong(seed).putInt(game).array());
  }
}
