package dev.menagerie.bots.search;

import dev.menagerie.bots.GreedyBot;
import dev.menagerie.bots.IllegalMove;
import dev.menagerie.bots.Mover;
import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.command.Moves;
import dev.menagerie.rules.deck.DeckList;
import dev.menagerie.rules.game.Chance;
import dev.menagerie.rules.game.Decision;
import dev.menagerie.rules.game.Game;
import dev.menagerie.rules.game.Seed;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.GameStatus;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.Action;
import dev.menagerie.rules.view.Actions;
import dev.menagerie.rules.view.View;
import dev.menagerie.rules.view.Viewer;
import dev.menagerie.rules.view.Views;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Looks ahead. It samples games that fit its view, tries each of its moves in each of them, lets
 * greedy players play a turn each, and takes the move with the best mean score. After each round
 * the worse half of the moves is dropped, so the better ones get more samples. Not thread safe: one
 * bot, one seat of one game.
 */
public final class SearchBot {
  /** A turn of greedy players has some ten commands; more is a loop. */
  private static final int MAX_COMMANDS = 120;

  /** The score that a move must have above the greedy one, so that luck alone does not decide. */
  private static final double MARGIN = 0.004;

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
    private final Action action;
    private final Command command;
    private double sum;
    private int tries;

    Candidate(Action action, Command command) {
      this.action = action;
      this.command = command;
    }

    double mean() {
      return tries == 0 ? 0 : sum / tries;
    }
  }

  /**
   * Chooses a command.
   *
   * @param state the game; only the part that {@code seat} sees matters
   * @param seat the seat that is to act
   */
  public Action choose(GameState state, Seat seat) {
    View view = Views.of(state, Viewer.seat(seat));
    Action greedy = greedy(state).choose(view);
    if (state.status() == GameStatus.SETUP) {
      // The opponent's placed Pokémon are not known yet, so no sample is certain to fit.
      return greedy;
    }
    List<Candidate> candidates = candidates(state, seat, view, greedy);
    if (candidates.size() == 1) {
      return greedy;
    }
    SearchBudget.Meter meter = budget.start();
    while (candidates.size() > 1 && !meter.isSpent()) {
      for (int world = 0; world < budget.worldsARound() && !meter.isSpent(); world++) {
        GameState dealt = dealer.deal(state, seat);
        long luck = random.nextLong();
        for (Candidate candidate : candidates) {
          candidate.sum += outcome(dealt, candidate.command, seat, luck);
          candidate.tries++;
          meter.spend();
        }
      }
      candidates.sort(
          Comparator.comparingDouble(
              (Candidate one) -> -(one.mean() + (one.action.equals(greedy) ? MARGIN : 0))));
      candidates = new ArrayList<>(candidates.subList(0, (candidates.size() + 1) / 2));
    }
    return candidates.getFirst().action;
  }

  private GreedyBot greedy(GameState state) {
    return new GreedyBot(state.catalog(), state.rules(), random.split());
  }

  private List<Candidate> candidates(GameState state, Seat seat, View view, Action greedy) {
    List<Candidate> candidates = new ArrayList<>();
    candidates.add(new Candidate(greedy, resolved(state, seat, greedy)));
    Set<String> tried = new HashSet<>(Set.of(meaning(greedy, view, seat)));
    for (Action action : view.legalActions()) {
      if (candidates.size() < budget.candidates() && tried.add(meaning(action, view, seat))) {
        candidates.add(new Candidate(action, resolved(state, seat, action)));
      }
    }
    return candidates;
  }

  /** The same text for two copies of a card in hand: only their ids differ. */
  private static String meaning(Action action, View view, Seat seat) {
    String text = action.toString();
    for (View.Card card : view.players().get(seat.index()).hand().orElse(List.of())) {
      text = text.replace(card.id(), card.card());
    }
    return text;
  }

  private static Command resolved(GameState state, Seat seat, Action action) {
    return switch (Actions.resolve(state, seat, action)) {
      case Actions.Resolution.Resolved(var command) -> command;
      case Actions.Resolution.Refused(var reason) ->
          throw new IllegalMove(action.toString(), reason);
    };
  }

  /** Plays a world on until the seat's next turn has begun, or the game is over. */
  private double outcome(GameState world, Command first, Seat seat, long luck) {
    Seed seed = Seed.of(ByteBuffer.allocate(Seed.BYTES).putLong(luck).array());
    Mover mine = Mover.seated(new GreedyBot(world.catalog(), world.rules(), random(luck)));
    Mover theirs = Mover.seated(new GreedyBot(world.catalog(), world.rules(), random(~luck)));
    int until = world.turn() + budget.turns();
    GameState state = world;
    Command command = first;
    for (int i = 1; i <= MAX_COMMANDS; i++) {
      if (!(Game.decide(state, command, Chance.keyed(seed, 0, i))
          instanceof Decision.Accepted accepted)) {
        // A sample may refuse a legal action, such as a search for a card that it does not contain.
        break;
      }
      state = accepted.next();
      boolean isStuck = state.result().isEmpty() && Moves.of(state).isEmpty();
      if (state.result().isPresent() || state.turn() >= until || isStuck) {
        break;
      }
      Seat next = state.toAct().orElseThrow();
      command = (next == seat ? mine : theirs).choose(state, next);
    }
    return BoardScore.of(state, seat);
  }

  private static SplittableRandom random(long seed) {
    return new SplittableRandom(seed);
  }
}
