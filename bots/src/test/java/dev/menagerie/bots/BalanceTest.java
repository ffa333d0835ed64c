package dev.menagerie.bots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.bots.simulate.DeckColors;
import dev.menagerie.bots.simulate.Report;
import dev.menagerie.bots.simulate.Simulation;
import dev.menagerie.cards.deck.StarterDeck;
import dev.menagerie.cards.deck.StarterDecks;
import dev.menagerie.cards.house.Presets;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.rules.deck.DeckList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No starter deck is the one to play or to leave, and the coin does not decide who wins. Games of
 * greedy players with fixed seeds; the short test allows for the error of its few games.
 */
class BalanceTest {
  private static final double TOO_STRONG = 0.58;
  private static final double TOO_WEAK = 0.42;
  private static final double TOO_EARLY = 0.55;
  private static final double TOO_LATE = 0.45;

  /** Each pair of decks in both orders, some times. */
  private static final int SHORT_GAMES = 210;

  private static final int LONG_GAMES = Integer.getInteger("balance.games", 1_260);
  private static final List<Long> LONG_SEEDS = List.of(2L, 11L, 23L);

  /** One pair of one color at most: House Fire and House Drakes share fire. */
  @ParameterizedTest
  @CsvSource({"standard, 0", "pocket, 0", "house, 1"})
  void hardlyAnyGameIsOfOneColor(String preset, int pairs) {
    List<DeckList> decks =
        StarterDecks.load().forRules(preset).stream().map(StarterDeck::list).toList();

    List<DeckList> alike = List.of(decks.getFirst(), decks.getFirst());

    assertThat(DeckColors.pairsOfOneColor(decks, CardSets.load().catalog())).isEqualTo(pairs);
    assertThat(DeckColors.pairsOfOneColor(alike, CardSets.load().catalog())).isOne();
  }

  /** Of a rate in so many games: three standard errors. */
  private static double tolerance(int games) {
    return 3 * Math.sqrt(0.25 / games);
  }

  @ParameterizedTest
  @ValueSource(strings = {"standard", "pocket", "house"})
  void nothingIsFarOutOfBalance(String preset) {
    Report report = played(preset, SHORT_GAMES, 7);

    holds(List.of(report), tolerance(SHORT_GAMES), tolerance(report.decks().getFirst().games()));
  }

  @Tag("long")
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  @ParameterizedTest
  @ValueSource(strings = {"standard", "pocket", "house"})
  void decksAndTheFirstTurnAreInBalance(String preset) {
    List<Report> reports = new ArrayList<>();
    for (long seed : LONG_SEEDS) {
      reports.add(played(preset, LONG_GAMES, seed));
    }

    holds(reports, 0, 0);
  }

  private static void holds(List<Report> reports, double ofBeginners, double ofDecks) {
    double beginners = mean(reports.stream().map(Report::beginnerRate).toList());
    assertThat(beginners)
        .as("games won by who goes first")
        .isBetween(TOO_LATE - ofBeginners, TOO_EARLY + ofBeginners);
    for (int i = 0; i < reports.getFirst().decks().size(); i++) {
      int deck = i;
      double rate =
          mean(reports.stream().map(report -> report.decks().get(deck).winRate()).toList());
      assertThat(rate)
          .as("games won with %s", reports.getFirst().decks().get(deck).name())
          .isBetween(TOO_WEAK - ofDecks, TOO_STRONG + ofDecks);
    }
  }

  private static double mean(List<Double> rates) {
    return rates.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  private static Report played(String preset, int games, long seed) {
    List<Simulation.Entrant> entrants =
        StarterDecks.load().forRules(preset).stream()
            .map(deck -> new Simulation.Entrant(deck.id(), deck.list()))
            .toList();
    return new Simulation(
            CardSets.load().catalog(),
            Presets.named(preset).orElseThrow(),
            entrants,
            BotKind.GREEDY,
            BotKind.GREEDY,
            games,
            seed)
        .run(done -> {});
  }
}
