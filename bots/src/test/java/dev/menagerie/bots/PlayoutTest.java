package dev.menagerie.bots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.bots.simulate.Report;
import dev.menagerie.bots.simulate.Simulation;
import dev.menagerie.cards.deck.StarterDecks;
import dev.menagerie.cards.house.Presets;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.game.GameSetup;
import dev.menagerie.rules.game.Seed;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlayoutTest {
  private static final CardSets SETS = CardSets.load();
  private static final StarterDecks DECKS = StarterDecks.load();

  @ParameterizedTest
  @ValueSource(strings = {"standard", "pocket", "house"})
  void randomBotsSeeTheirViewsAndFinishTheirGames(String preset) {
    for (long seed = 0; seed < 4; seed++) {
      GameSetup setup = setup(preset, seed);
      Bot first = bot(BotKind.RANDOM, setup, seed);
      Bot second = bot(BotKind.RANDOM, setup, ~seed);

      assertThat(Playout.play(setup, first, second).turns()).as("seed %d", seed).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"standard", "pocket", "house"})
  void greedyBeatsRandom(String preset) {
    Report asFirst = simulate(preset, BotKind.GREEDY, BotKind.RANDOM, 30);
    Report asSecond = simulate(preset, BotKind.RANDOM, BotKind.GREEDY, 30);

    int wins = asFirst.firstNamedWins();
    wins += asSecond.games() - asSecond.firstNamedWins() - asSecond.ties();
    assertThat(wins).as("of 60 games").isGreaterThanOrEqualTo(50);
  }

  @Test
  void theSameSeedGivesTheSameGame() {
    GameSetup setup = setup("standard", 7);

    assertThat(Playout.play(setup, BotKind.GREEDY, BotKind.GREEDY, 5))
        .isEqualTo(Playout.play(setup, BotKind.GREEDY, BotKind.GREEDY, 5));
    assertThat(Playout.play(setup, BotKind.RANDOM, BotKind.RANDOM, 5))
        .isEqualTo(Playout.play(setup, BotKind.RANDOM, BotKind.RANDOM, 5));
  }

  @Test
  void aSimulationCountsEveryGameAndTellsItsProgress() {
    List<Integer> progress = new ArrayList<>();
    Report report = simulation("pocket", BotKind.GREEDY, BotKind.GREEDY, 30).run(progress::add);

    assertThat(report.games()).isEqualTo(30);
    assertThat(progress).hasSize(30).last().isEqualTo(30);
    assertThat(report.decks().stream().mapToInt(Report.DeckResult::games).sum()).isEqualTo(60);
    assertThat(report.decks().stream().mapToInt(Report.DeckResult::wins).sum() + report.ties())
        .isEqualTo(30);
    assertThat(report.endings().values().stream().mapToInt(n -> n).sum()).isEqualTo(30);
    assertThat(report.gamesPerSecond()).isPositive();
  }

  private static Report simulate(String preset, BotKind first, BotKind second, int games) {
    return simulation(preset, first, second, games).run(done -> {});
  }

  private static Simulation simulation(String preset, BotKind first, BotKind second, int games) {
    List<Simulation.Entrant> entrants =
        DECKS.forRules(preset).stream()
            .map(deck -> new Simulation.Entrant(deck.id(), deck.list()))
            .toList();
    return new Simulation(SETS.catalog(), rules(preset), entrants, first, second, games, 11);
  }

  private static Bot bot(BotKind kind, GameSetup setup, long seed) {
    return kind.bot(setup.cards().catalog(), setup.rules(), seed);
  }

  private static GameSetup setup(String preset, long seed) {
    var decks = DECKS.forRules(preset);
    var first = decks.get((int) (seed % decks.size())).list();
    var second = decks.get((int) ((seed + 1) % decks.size())).list();
    byte[] bytes = ByteBuffer.allocate(Seed.BYTES).putLong(seed).array();
    return new GameSetup(rules(preset), SETS.catalog(), first, second, Seed.of(bytes));
  }

  private static RulesConfig rules(String preset) {
    return Presets.named(preset).orElseThrow();
  }
}
