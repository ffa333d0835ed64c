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
 * round the worse half of the moves is dropped, so the better ones get more samples. The move of a
 * quick player is made unless another one clearly leads it in the same samples. Not thread safe:
 * one bot, one seat of one game.
 */
public final class SearchBot {
  private static final int MIN_SAMPLES = 4;

  /** Standard errors by which a move must lead. */
  private static final double CAUTION = 0.5;

  private final WorldDealer dealer;
  private final SearchBudget budget;
  private final SplittableRandom random;

  /**
   * A bot.
   *
   * @param knownDecks decks that every player may know; the opponent is assumed to play one of them
   * @param budget the bound of one move's search
   * @param seed the same seed gives the same play, unless time runs out
   */
  public SearchBot(List<DeckList> knownDecks, SearchBudget budget, long seed) {
    this.random = new SplittableRandom(seed);
    this.dealer = new WorldDealer(knownDecks, random);
    this.budget = budget;
  }

  /** A move that is tried, and how it compares with the usual move in the same samples. */
  private static final class Candidate {
    private final Command command;
    private int samples;
    private double lead;
    private double squares;

    Candidate(Command command) {
      this.command = command;
    }

    void add(double value, double usual) {
      double difference = value - usual;
      samples++;
      lead += difference;
      squares += difference * difference;
    }

    double mean() {
      return samples == 0 ? 0 : lead / samples;
    }

    /** Whether the samples show that it is better, and not luck alone. */
    boolean isBetter() {
      if (samples < MIN_SAMPLES) {
        return false;
      }
      double variance = Math.max(0, squares / samples - mean() * mean());
      return mean() > CAUTION * Math.sqrt(variance / (samples - 1));
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

  /** The first candidate is the usual move: it is made unless another one is clearly better. */
  private Candidate best(GameState state, Seat seat, List<Candidate> all) {
    SearchBudget.Meter meter = budget.start();
    Candidate usual = all.getFirst();
    List<Candidate> left = all.subList(1, all.size());
    int rounds = 1 + Integer.SIZE - Integer.numberOfLeadingZeros(left.size() - 1);
    for (int round = 1; !left.isEmpty() && !meter.isSpent(); round++) {
      int worlds = Math.max(1, budget.tries() / rounds / (left.size() + 1));
      // Each round has its part of the time, too: a search that time ends has done every round.
      double part = (double) round / rounds;
      for (int world = 0; world < worlds && !meter.isSpent(part); world++) {
        compare(dealer.deal(state, seat), seat, usual, left, meter);
      }
      if (left.size() == 1) {
        break;
      }
      left = new ArrayList<>(left);
      left.sort(Comparator.comparingDouble((Candidate one) -> -one.mean()));
      left = left.subList(0, (left.size() + 1) / 2);
    }
    return left.stream().filter(Candidate::isBetter).findFirst().orElse(usual);
  }

  private void compare(
      GameState world,
      Seat seat,
      Candidate usual,
      List<Candidate> others,
      SearchBudget.Meter meter) {
    long luck = random.nextLong();
    double value = Rollout.value(world, usual.command, seat, budget.turns(), luck);
    meter.spend();
    for (Candidate other : others) {
      other.add(Rollout.value(world, other.command, seat, budget.turns(), luck), value);
      meter.spend();
    }
  }
}
