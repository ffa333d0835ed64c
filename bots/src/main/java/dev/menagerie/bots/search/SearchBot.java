package dev.menagerie.bots.search;

import dev.menagerie.bots.GreedyBot;
import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.deck.DeckList;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.GameStatus;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.Action;
import dev.menagerie.rules.view.Legal;
import dev.menagerie.rules.view.Viewer;
import dev.menagerie.rules.view.Views;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Looks ahead. It samples games that fit its view, tries each of its moves in each of them, lets
 * quick players play on for some turns, and takes the move with the best mean score. After each
 * round the worse half of the moves is dropped, so the better ones get more samples. Not thread
 * safe: one bot, one seat of one game.
 */
public final class SearchBot {
  private final WorldDealer dealer;
  private final SearchBudget budget;
  private final SplittableRandom random;

  /**
   * A bot.
   *
   * @param known decks that every player may know; the opponent is assumed to play one of them
   * @param budget the bound of one move's search
   * @param seed the same seed gives the same play, unless time runs out
   */
  public SearchBot(List<DeckList> known, SearchBudget budget, long seed) {
    this.random = new SplittableRandom(seed);
    this.dealer = new WorldDealer(known, random);
    this.budget = budget;
  }

  /** A move that is tried. */
  private static final class Candidate {
    private final Command command;
    private double sum;

    Candidate(Command command) {
      this.command = command;
    }
  }

  /**
   * Chooses an action.
   *
   * @param state the game; only the part that {@code seat} sees matters
   * @param seat the seat that is to act
   */
  public Action choose(GameState state, Seat seat) {
    if (state.status() == GameStatus.SETUP) {
      // The opponent's placed Pokémon are not known yet, so no sample is certain to fit.
      return new GreedyBot(state.catalog(), state.rules(), random.split())
          .choose(Views.of(state, Viewer.seat(seat)));
    }
    GameState world = dealer.deal(state, seat);
    Command base = new QuickPlayer(random.split()).choose(world);
    List<Candidate> candidates = new ArrayList<>();
    for (Command move : Candidates.of(world, base, budget.candidates())) {
      candidates.add(new Candidate(move));
    }
    return Legal.action(state, best(state, seat, candidates).command);
  }

  private Candidate best(GameState state, Seat seat, List<Candidate> all) {
    SearchBudget.Meter meter = budget.start();
    List<Candidate> left = all;
    int rounds = Integer.SIZE - Integer.numberOfLeadingZeros(all.size() - 1);
    while (left.size() > 1 && !meter.isSpent()) {
      int worlds = Math.max(1, budget.tries() / rounds / left.size());
      for (int world = 0; world < worlds && !meter.isSpent(); world++) {
        GameState dealt = dealer.deal(state, seat);
        long luck = random.nextLong();
        for (Candidate candidate : left) {
          candidate.sum += Rollout.value(dealt, candidate.command, seat, budget.turns(), luck);
          meter.spend();
        }
      }
      left.sort(Comparator.comparingDouble((Candidate one) -> -one.sum));
      left = new ArrayList<>(left.subList(0, (left.size() + 1) / 2));
    }
    return left.getFirst();
  }
}
