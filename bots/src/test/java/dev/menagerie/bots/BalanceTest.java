package dev.menagerie.bots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.bots.simulate.Report;
import dev.menagerie.bots.simulate.Simulation;
import dev.menagerie.cards.deck.StarterDecks;
import dev.menagerie.cards.house.Presets;
import dev.menagerie.cards.set.CardSets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No starter deck is the one to play or to leave, and the coin does not decide who wins. */
@Tag("long")
class BalanceTest {
  private static final int GAMES = Integer.getInteger("balance.games", 1_260);
  private static final long SEED = 2;
  private static final double TOO_STRONG = 0.58;
  private static final double TOO_WEAK = 0.42;
  private static final double TOO_EARLY = 0.55;
  private static final double TOO_LATE = 0.45;

  @ParameterizedTest
  @ValueSource(strings = {"standard", "pocket", "house"})
  void decksAndTheFirstTurnAreInBalance(String preset) {
    List<Simulation.Entrant> entrants =
        StarterDecks.load().forRules(preset).stream()
            .map(deck -> new Simulation.Entrant(deck.id(), deck.list()))
            .toList();
    Report report =
        new Simulation(
                CardSets.load().catalog(),
                Presets.named(preset).orElseThrow(),
                entrants,
                BotKind.GREEDY,
                BotKind.GREEDY,
                GAMES,
                SEED)
            .run(done -> {});

    assertThat(report.decks())
        .as("seed %d: %s", SEED, report.decks())
        .allMatch(deck -> deck.winRate() <= TOO_STRONG && deck.winRate() >= TOO_WEAK);
    assertThat(report.beginnerRate()).as("seed %d", SEED).isBetween(TOO_LATE, TOO_EARLY);
  }
}
