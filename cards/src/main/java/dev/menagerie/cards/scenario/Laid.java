package dev.menagerie.cards.scenario;

import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.config.RulesConfig.PrizeMode;
import dev.menagerie.rules.game.Boards;
import dev.menagerie.rules.game.Chance;
import dev.menagerie.rules.game.Game;
import dev.menagerie.rules.game.GameSetup;
import dev.menagerie.rules.game.Seed;
import dev.menagerie.rules.state.Board;
import dev.menagerie.rules.state.BoardPokemon;
import dev.menagerie.rules.state.BoardSide;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.Seat;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Lays a scenario's board, with what its file left out. */
final class Laid {
  /** Draws for some turns; a scenario that needs more says so. */
  private static final int DECK = 10;

  /** All first turns are over, and the first player is to act. */
  private static final int TURN = 3;

  private final Scenario scenario;

  private Laid(Scenario scenario) {
    this.scenario = scenario;
  }

  static GameState of(Scenario scenario, Seed seed, Chance chance) {
    return switch (scenario.beginning()) {
      case Beginning.InTheMiddle(var board) -> new Laid(scenario).lay(board, seed);
      case Beginning.WithDecks(var decks) ->
          Game.open(
                  new GameSetup(
                      scenario.rules(), scenario.catalog(), decks.get(0), decks.get(1), seed),
                  chance)
              .next();
    };
  }

  private GameState lay(ScenarioBoard board, Seed seed) {
    Optional<ScenarioBoard.Turn> turn = board.turn();
    Seat player = turn.flatMap(ScenarioBoard.Turn::player).orElse(Seat.FIRST);
    int number = turn.flatMap(ScenarioBoard.Turn::number).orElse(TURN);
    Board laid =
        new Board(
            side(board.players().get(0)),
            side(board.players().get(1)),
            number,
            player,
            board.stadium().map(card -> new Board.Stadium(card, player)));
    return Boards.open(laid, scenario.rules(), scenario.catalog(), seed);
  }

  private BoardSide side(ScenarioBoard.Side side) {
    RulesConfig rules = scenario.rules();
    int prizes = rules.prizes().mode() == PrizeMode.CARDS ? rules.prizes().count() : 0;
    return new BoardSide(
        side.active().map(Laid::pokemon),
        side.bench().stream().map(Laid::pokemon).toList(),
        side.hand(),
        side.deck().orElseGet(() -> blanks(DECK)),
        side.discard(),
        side.prizes().orElseGet(() -> blanks(prizes)),
        side.points(),
        side.energyDeck().orElseGet(() -> blanks(rules.deck().energyDeckSize())),
        side.flippedEnergy(),
        side.energyTypes(),
        side.energyZone().flatMap(ScenarioBoard.Zone::current),
        side.energyZone().flatMap(ScenarioBoard.Zone::next));
  }

  private static BoardPokemon pokemon(ScenarioBoard.InPlay pokemon) {
    return new BoardPokemon(
        pokemon.card(),
        pokemon.damage(),
        pokemon.energy(),
        pokemon.tools(),
        pokemon.conditions(),
        pokemon.turnsInPlay(),
        pokemon.evolvedFrom());
  }

  private List<String> blanks(int count) {
    return Collections.nCopies(count, blank(scenario.catalog()));
  }

  /** A card that does nothing by lying somewhere. */
  private static String blank(Catalog catalog) {
    return catalog.definitions().stream()
        .filter(card -> card instanceof CardDefinition.Energy energy && energy.basic())
        .map(CardDefinition::id)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the built-in sets have basic energy"));
  }
}
