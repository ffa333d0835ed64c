package dev.menagerie.bots.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.bots.BotKind;
import dev.menagerie.bots.Mover;
import dev.menagerie.cards.deck.StarterDeck;
import dev.menagerie.cards.deck.StarterDecks;
import dev.menagerie.cards.house.Presets;
import dev.menagerie.cards.set.CardSets;
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
import dev.menagerie.rules.view.Legal;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A search ends with its tries or its time, whichever comes first, and has a legal move then. */
class SearchBudgetTest {
  private static final Duration FOR_EVER = Duration.ofDays(1);
  private static final int ENDLESS = Integer.MAX_VALUE;
  private static final int MOVES = 4;

  private final List<DeckList> decks =
      StarterDecks.load().forRules("standard").stream().map(StarterDeck::list).toList();

  /** Without the bound of time these tries take weeks. */
  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void aSearchEndsWithItsTime() {
    isLegal(new SearchBudget(ENDLESS, Duration.ofMillis(50), 8, 10));
    isLegal(new SearchBudget(ENDLESS, Duration.ZERO, 8, 10));
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void aSearchEndsWithItsTries() {
    isLegal(new SearchBudget(16, FOR_EVER, 8, 10));
    isLegal(new SearchBudget(0, FOR_EVER, 8, 10));
  }

  private void isLegal(SearchBudget budget) {
    GameState state = inTheMiddle();
    Seat seat = state.toAct().orElseThrow();
    assertThat(Legal.actions(state, seat))
        .contains(new SearchBot(decks, budget, 1).choose(state, seat));
  }

  /** A moment of a game with a real choice of moves. */
  private GameState inTheMiddle() {
    RulesConfig rules = Presets.named("standard").orElseThrow();
    Seed seed = Seed.of(ByteBuffer.allocate(Seed.BYTES).putLong(1).array());
    GameSetup setup =
        new GameSetup(rules, CardSets.load().catalog(), decks.get(0), decks.get(1), seed);
    Mover greedy = Mover.choosing(BotKind.GREEDY.chooser(setup.cards().catalog(), rules, decks, 1));
    GameState state = Game.open(setup, Chance.keyed(seed, 0, 0)).next();
    for (int i = 1; !hasAChoice(state); i++) {
      Command command = greedy.choose(state, state.toAct().orElseThrow());
      state = ((Decision.Accepted) Game.decide(state, command, Chance.keyed(seed, 0, i))).next();
    }
    return state;
  }

  private static boolean hasAChoice(GameState state) {
    return state.status() == GameStatus.ACTIVE
        && state.pending().isEmpty()
        && Legal.actions(state, state.toAct().orElseThrow()).size() > MOVES;
  }
}
