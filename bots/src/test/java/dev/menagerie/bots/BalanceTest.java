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

/** No starter deck is the one to play. */
@Tag("long")
class BalanceTest {
  private static final int GAMES = Integer.getInteger("balance.games", 1_260);
  private static final double TOO_STRONG = 0.60;

  @ParameterizedTest
  @ValueSource(strings = {"standard", "pocket", "house"})
  void noStarterDeckWinsMoreThanSixtyPercent(String preset) {
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
                2)
            .run(done -> {});

    assertThat(report.decks()).allMatch(deck -> deck.winRate() <= TOO_STRONG);
  }
}
