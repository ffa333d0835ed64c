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
import dev.menagerie.rules.card.CompiledCard;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.deck.DeckList;
import dev.menagerie.rules.game.GameSetup;
import dev.menagerie.rules.game.Seed;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.GameStatus;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Sampled worlds are possible ones. */
class WorldDealerTest {
  private static final int MOST_GAMES = 60;

  private final Catalog catalog = CardSets.load().catalog();
  private final RulesConfig rules = Presets.named("house").orElseThrow();
  private final List<DeckList> decks =
      StarterDecks.load().forRules("house").stream().map(StarterDeck::list).toList();
  private final WorldDealer dealer = new WorldDealer(decks, new SplittableRandom(1));
  private int inHand;

  /** Energy that returned to hand goes back to the energy deck, where only energy may lie. */
  @Test
  void aCardOfTheEnergyDeckStaysEnergyWhereverItLies() {
    for (int game = 0; game < MOST_GAMES && inHand < 3; game++) {
      DeckList first = decks.get(game % decks.size());
      DeckList second = decks.get((game + 1) % decks.size());
      Seed seed = Seed.of(ByteBuffer.allocate(Seed.BYTES).putInt(game).array());
      GameSetup setup = new GameSetup(rules, catalog, first, second, seed);
      Playout.play(setup, watched(game), watched(~game));
    }

    assertThat(inHand).as("samples with energy in the opponent's hand").isPositive();
  }

  private Mover watched(long luck) {
    Mover greedy = Mover.choosing(BotKind.GREEDY.chooser(catalog, rules, decks, luck));
    return (state, seat) -> {
      if (state.status() == GameStatus.ACTIVE) {
        check(state, seat);
      }
      return greedy.choose(state, seat);
    };
  }

  private void check(GameState state, Seat viewer) {
    for (int card : state.table().cards(viewer.other(), Pile.HAND)) {
      if (state.table().isOfEnergyDeck(card)) {
        inHand++;
        Table world = dealer.deal(state, viewer).table();
        assertThat(world.face(card).sort).isEqualTo(CompiledCard.Sort.ENERGY);
      }
    }
  }
}
