package dev.menagerie.bots.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.bots.BotKind;
import dev.menagerie.bots.Mover;
import dev.menagerie.cards.deck.StarterDeck;
import dev.menagerie.cards.deck.StarterDecks;
import dev.menagerie.cards.house.Presets;
import dev.menagerie.cards.set.CardSets;
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
import dev.menagerie.rules.view.Viewer;
import dev.menagerie.rules.view.Views;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A search sees its view: where only hidden cards differ, it moves alike. */
class HiddenTruthTest {
  private static final long SEED = 20_261_129;
  private static final int COMMANDS = 90;

  /** Every so many commands the search is asked; that is what takes the time. */
  private static final int ASKED = 6;

  private static final SearchBudget SMALL = new SearchBudget(48, Duration.ofMinutes(5), 8, 2);

  @ParameterizedTest
  @ValueSource(strings = {"standard", "pocket", "house"})
  void hiddenCardsDoNotChangeAMove(String preset) {
    System.out.println("seed of the games: " + SEED);
    List<DeckList> decks =
        StarterDecks.load().forRules(preset).stream().map(StarterDeck::list).toList();
    RulesConfig rules = Presets.named(preset).orElseThrow();
    Seed seed = Seed.of(ByteBuffer.allocate(Seed.BYTES).putLong(SEED).array());
    GameSetup setup =
        new GameSetup(rules, CardSets.load().catalog(), decks.get(0), decks.get(1), seed);
    Mover greedy =
        Mover.choosing(BotKind.GREEDY.chooser(setup.cards().catalog(), rules, decks, SEED));
    WorldDealer twins = new WorldDealer(decks, new SplittableRandom(SEED));
    GameState state = Game.open(setup, Chance.keyed(seed, 0, 0)).next();
    int asked = 0;
    for (int i = 1; i <= COMMANDS && state.result().isEmpty(); i++) {
      Seat seat = state.toAct().orElseThrow();
      if (state.status() == GameStatus.ACTIVE && i % ASKED == 0) {
        GameState twin = twins.deal(state, seat);
        assertThat(Views.of(twin, Viewer.seat(seat))).isEqualTo(Views.of(state, Viewer.seat(seat)));
        assertThat(new SearchBot(decks, SMALL, i).choose(twin, seat))
            .as("command %d of seed %d", i, SEED)
            .isEqualTo(new SearchBot(decks, SMALL, i).choose(state, seat));
        asked++;
      }
      state =
          ((Decision.Accepted)
                  Game.decide(state, greedy.choose(state, seat), Chance.keyed(seed, 0, i)))
              .next();
    }
    assertThat(asked).isGreaterThan(3);
  }
}
