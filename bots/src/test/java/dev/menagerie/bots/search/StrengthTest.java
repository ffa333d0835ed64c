package dev.menagerie.bots.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.bots.BotKind;
import dev.menagerie.bots.Mover;
import dev.menagerie.bots.Playout;
import dev.menagerie.cards.deck.StarterDeck;
import dev.menagerie.cards.deck.StarterDecks;
import dev.menagerie.cards.house.Presets;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.deck.DeckList;
import dev.menagerie.rules.game.GameSetup;
import dev.menagerie.rules.game.Seed;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.Action;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The search beats greedy play. Each pair of games has the same decks and seed; the search has the
 * first seat in one and the second in the other. Prints the row of the table in {@code
 * docs/bots.md}, with the processor time of moves, which nothing here depends on.
 */
@Tag("long")
@Timeout(value = 3, unit = TimeUnit.HOURS)
class StrengthTest {
  private static final int PAIRS = Integer.getInteger("strength.pairs", 30);
  private static final long SEED = Long.getLong("strength.seed", 4);

  private static final SearchBudget BUDGET = MeasuredBudget.of("strength");

  /** What is wanted is 75 %; so few games may fall short of it by chance. */
  private static final double AT_LEAST = 0.6;

  private final Catalog catalog = CardSets.load().catalog();
  private final List<Double> millis = new ArrayList<>();

  /** The presets to play, of the property {@code strength.presets} with commas between them. */
  static Stream<String> presets() {
    return Stream.of(System.getProperty("strength.presets", "standard,pocket,house").split(","));
  }

  @ParameterizedTest
  @MethodSource("presets")
  void searchBeatsGreedy(String preset) {
    RulesConfig rules = Presets.named(preset).orElseThrow();
    List<DeckList> decks =
        StarterDecks.load().forRules(preset).stream().map(StarterDeck::list).toList();
    SplittableRandom random = new SplittableRandom(SEED);
    double won = 0;
    for (int pair = 0; pair < PAIRS; pair++) {
      int first = random.nextInt(decks.size());
      int second = (first + 1 + random.nextInt(decks.size() - 1)) % decks.size();
      Seed seed = Seed.of(ByteBuffer.allocate(Seed.BYTES).putLong(SEED).putInt(pair).array());
      long luck = random.nextLong();
      for (Seat seat : Seat.values()) {
        GameSetup setup = new GameSetup(rules, catalog, decks.get(first), decks.get(second), seed);
        won += played(setup, seat, decks, luck);
      }
    }
    print(preset, won, 2 * PAIRS);

    assertThat(won / (2 * PAIRS)).as("seed %d", SEED).isGreaterThanOrEqualTo(AT_LEAST);
  }

  /** 1 if the search wins in that seat, 0.5 for a tie. */
  private double played(GameSetup setup, Seat seat, List<DeckList> decks, long luck) {
    SearchBot bot = new SearchBot(decks, BUDGET, luck);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    Mover search =
        Mover.choosing((state, mine) -> {
          long before = threads.getCurrentThreadCpuTime();
          Action action = bot.choose(state, mine);
          millis.add((threads.getCurrentThreadCpuTime() - before) / 1e6);
          return action;
        });
    Mover greedy = Mover.choosing(BotKind.GREEDY.chooser(catalog, setup.rules(), decks, ~luck));
    Playout.Outcome outcome =
        seat == Seat.FIRST
            ? Playout.play(setup, search, greedy)
            : Playout.play(setup, greedy, search);
    return outcome.result().winner().map(winner -> winner == seat ? 1.0 : 0.0).orElse(0.5);
  }

  private void print(String preset, double won, int games) {
    double rate = won / games;
    double z = 1.96;
    double center = (rate + z * z / (2 * games)) / (1 + z * z / games);
    double half =
        z
            * Math.sqrt(rate * (1 - rate) / games + z * z / (4.0 * games * games))
            / (1 + z * z / games);
    millis.sort(Double::compare);
    System.out.printf(
        Locale.ROOT,
        "| %s | %.0f %% of %d | %.0f to %.0f %% | %.0f | %.0f | %.0f |%n",
        preset,
        100 * rate,
        games,
        100 * (center - half),
        100 * (center + half),
        percentile(50),
        percentile(95),
        percentile(99));
  }

  private double percentile(int percent) {
    return millis.get(Math.min(millis.size() - 1, millis.size() * percent / 100));
  }
}
