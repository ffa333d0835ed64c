package dev.menagerie.server.commandline;

import dev.menagerie.bots.BotKind;
import dev.menagerie.bots.Mover;
import dev.menagerie.bots.Playout;
import dev.menagerie.cards.deck.StarterDeck;
import dev.menagerie.cards.deck.StarterDecks;
import dev.menagerie.cards.puzzle.PuzzleMaker;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.deck.DeckList;
import dev.menagerie.rules.game.GameSetup;
import dev.menagerie.rules.game.Seed;
import dev.menagerie.rules.state.GameState;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import tools.jackson.databind.node.ObjectNode;

/** Plays games of bots and makes puzzles of their positions, at most one of each game. */
final class PuzzleGames {
  /** Positions in the first turns have too few cards on the table. */
  private static final int FROM_TURN = 5;

  /** Longer lines come less often; so many of the puzzles at most have the least length. */
  private static final int SHORT_ONES = 3;

  private final RulesConfig rules;
  private final BotKind bots;
  private final long seed;
  private final CardSets sets = CardSets.load();
  private final SplittableRandom random;
  private final List<DeckList> decks;

  PuzzleGames(RulesConfig rules, BotKind bots, long seed) {
    this.rules = rules;
    this.bots = bots;
    this.seed = seed;
    this.random = new SplittableRandom(seed);
    this.decks =
        StarterDecks.load().forRules(rules.preset()).stream().map(StarterDeck::list).toList();
  }

  /**
   * Makes puzzles.
   *
   * @param progress gets a line for each
   */
  List<ObjectNode> puzzles(int count, PrintWriter progress) {
    PuzzleMaker maker = new PuzzleMaker(sets, random);
    List<ObjectNode> made = new ArrayList<>();
    int shortOnes = 0;
    for (int game = 0; made.size() < count; game++) {
      List<GameState> turns = turns(game);
      String name = String.format(Locale.ROOT, "%s %d-%d", rules.preset(), seed, game);
      Optional<ObjectNode> puzzle = Optional.empty();
      while (puzzle.isEmpty() && !turns.isEmpty()) {
        puzzle = maker.of(name, turns.remove(random.nextInt(turns.size())));
      }
      if (puzzle.isEmpty()) continue;
      int moves = puzzle.get().path("steps").size() - 1;
      if (moves == PuzzleMaker.LEAST_MOVES && ++shortOnes * SHORT_ONES > count) continue;
      made.add(puzzle.get());
      progress.printf(Locale.ROOT, "%s: %d moves, %d of %d%n", name, moves, made.size(), count);
      progress.flush();
    }
    return made;
  }

  /** The starts of a game's turns. */
  private List<GameState> turns(int game) {
    DeckList first = decks.get(random.nextInt(decks.size()));
    DeckList second = decks.get(random.nextInt(decks.size()));
    Seed ofGame = Seed.of(ByteBuffer.allocate(Seed.BYTES).putLong(seed).putInt(game).array());
    GameSetup setup = new GameSetup(rules, sets.catalog(), first, second, ofGame);
    List<GameState> turns = new ArrayList<>();
    long luck = random.nextLong();
    Playout.play(setup, watched(setup, luck, turns), watched(setup, ~luck, turns));
    return turns;
  }

  private Mover watched(GameSetup setup, long luck, List<GameState> turns) {
    Mover mover = Mover.choosing(bots.chooser(sets.catalog(), setup.rules(), decks, luck));
    int[] turn = new int[1];
    return (state, seat) -> {
      if (state.turn() >= FROM_TURN && state.turn() != turn[0] && state.pending().isEmpty()) {
        turn[0] = state.turn();
        turns.add(state);
      }
      return mover.choose(state, seat);
    };
  }
}
