package dev.menagerie.bots.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.bots.BotKind;
import dev.menagerie.bots.Mover;
import dev.menagerie.cards.deck.StarterDeck;
import dev.menagerie.cards.deck.StarterDecks;
import dev.menagerie.cards.house.Presets;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.deck.DeckList;
import dev.menagerie.rules.game.Chance;
import dev.menagerie.rules.game.Decision;
import dev.menagerie.rules.game.Game;
import dev.menagerie.rules.game.GameSetup;
import dev.menagerie.rules.game.Seed;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.GameStatus;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.Actions;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The moves of a search win more often than those of a quick player. Moves of the same situations
 * are compared, which shows the effect of a change with fewer games. The value of a move is the
 * share of games that are won after it: quick players play them to the end, each with the hidden
 * cards dealt again. Prints a row of the table in {@code docs/bots.md}.
 */
@Tag("long")
@Timeout(value = 1, unit = TimeUnit.HOURS)
class MoveGainTest {
  private static final int POSITIONS = Integer.getInteger("gain.positions", 40);
  private static final int WORLDS = Integer.getInteger("gain.worlds", 60);
  private static final long SEED = Long.getLong("gain.seed", 991);

  /** Fewer are no decision. */
  private static final int MIN_MOVES = 3;

  private static final int OF_A_GAME = 3;
  private static final int WHOLE_GAME = 80;
  private static final int ALL_MOVES = 40;

  private static final SearchBudget BUDGET = MeasuredBudget.of("gain");

  private final Catalog catalog = CardSets.load().catalog();
  private final SplittableRandom random = new SplittableRandom(SEED);

  private record Situation(GameState state, Seat seat) {
    String meaning(Command move) {
      return Candidates.meaning(state.table(), move);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"standard", "pocket", "house"})
  void aSearchFindsBetterMovesThanAQuickPlayer(String preset) {
    RulesConfig rules = Presets.named(preset).orElseThrow();
    List<DeckList> decks =
        StarterDecks.load().forRules(preset).stream().map(StarterDeck::list).toList();
    double usual = 0;
    double chosen = 0;
    double best = 0;
    for (Situation situation : situations(rules, decks)) {
      Map<String, Double> values = values(situation, new WorldDealer(decks, random));
      Command quick = new QuickPlayer(random.split()).choose(situation.state);
      SearchBot search = new SearchBot(decks, BUDGET, random.nextLong());
      Command found = command(situation, search);
      usual += values.getOrDefault(situation.meaning(quick), 0.0);
      chosen += values.getOrDefault(situation.meaning(found), 0.0);
      best += values.values().stream().mapToDouble(value -> value).max().orElseThrow();
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %d | %.1f %% of %.1f %% |%n",
        preset,
        BUDGET.turns(),
        BUDGET.tries(),
        100 * (chosen - usual) / POSITIONS,
        100 * (best - usual) / POSITIONS);

    assertThat(chosen).as("seed %d", SEED).isGreaterThan(usual);
  }

  private static Command command(Situation situation, SearchBot search) {
    var action = search.choose(situation.state, situation.seat);
    return ((Actions.Resolution.Resolved) Actions.resolve(situation.state, situation.seat, action))
        .command();
  }

  /** How often a seat wins with each of its moves. */
  private Map<String, Double> values(Situation situation, WorldDealer dealer) {
    GameState sample = dealer.deal(situation.state, situation.seat);
    Command base = new QuickPlayer(random.split()).choose(sample);
    List<Command> moves = Candidates.of(sample, base, ALL_MOVES);
    Map<String, Double> values = new HashMap<>();
    for (int i = 0; i < WORLDS; i++) {
      GameState world = dealer.deal(situation.state, situation.seat);
      long luck = random.nextLong();
      for (Command move : moves) {
        double value = Rollout.value(world, move, situation.seat, WHOLE_GAME, luck);
        values.merge(situation.meaning(move), value / WORLDS, Double::sum);
      }
    }
    return values;
  }

  /** Situations with several moves, some out of each game of a quick player against greedy. */
  private List<Situation> situations(RulesConfig rules, List<DeckList> decks) {
    List<Situation> situations = new ArrayList<>();
    for (int game = 0; situations.size() < POSITIONS; game++) {
      List<Situation> met = met(rules, decks, game);
      for (int i = 0; i < OF_A_GAME && !met.isEmpty() && situations.size() < POSITIONS; i++) {
        situations.add(met.remove(random.nextInt(met.size())));
      }
    }
    return situations;
  }

  private List<Situation> met(RulesConfig rules, List<DeckList> decks, int game) {
    Seed seed = Seed.of(ByteBuffer.allocate(Seed.BYTES).putLong(SEED).putInt(game).array());
    GameSetup setup =
        new GameSetup(
            rules,
            catalog,
            decks.get(random.nextInt(decks.size())),
            decks.get(random.nextInt(decks.size())),
            seed);
    QuickPlayer quick = new QuickPlayer(random.split());
    Mover greedy = Mover.choosing(BotKind.GREEDY.chooser(catalog, rules, decks, random.nextLong()));
    Seat mine = Seat.values()[random.nextInt(2)];
    List<Situation> met = new ArrayList<>();
    GameState state = Game.open(setup, Chance.keyed(seed, 0, 0)).next();
    for (int n = 1; state.result().isEmpty(); n++) {
      Seat seat = state.toAct().orElseThrow();
      Command move = seat == mine ? quick.choose(state) : greedy.choose(state, seat);
      boolean decides =
          seat == mine
              && state.status() != GameStatus.SETUP
              && Candidates.of(state, move, MIN_MOVES).size() >= MIN_MOVES;
      if (decides) {
        met.add(new Situation(state, seat));
      }
      state = ((Decision.Accepted) Game.decide(state, move, Chance.keyed(seed, 0, n))).next();
    }
    return met;
  }
}
