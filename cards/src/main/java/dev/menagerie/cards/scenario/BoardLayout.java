package dev.menagerie.cards.scenario;

import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.config.RulesConfig.EnergySource;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Lays a scenario's board, with what its file left out. */
final class BoardLayout {
  /** Draws for some turns; a scenario that needs more says so. */
  private static final int DECK = 10;

  /** All first turns are over, and the first player is to act. */
  private static final int TURN = 3;

  private final Scenario scenario;

  private BoardLayout(Scenario scenario) {
    this.scenario = scenario;
  }

  static GameState of(Scenario scenario, Seed seed, Chance chance) {
    return switch (scenario.beginning()) {
      case ScenarioStart.InTheMiddle(var board) -> new BoardLayout(scenario).lay(board, seed);
      case ScenarioStart.WithDecks(var decks) ->
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
            side(board.players().get(0), player == Seat.FIRST && hasEnergyOfTurn(number)),
            side(board.players().get(1), player == Seat.SECOND && hasEnergyOfTurn(number)),
            number,
            player,
            board.stadium().map(card -> new Board.Stadium(card, player)));
    return Boards.open(laid, scenario.rules(), scenario.catalog(), seed);
  }

  private BoardSide side(ScenarioBoard.Side side, boolean inTurn) {
    RulesConfig rules = scenario.rules();
    int prizes = rules.prizes().mode() == PrizeMode.CARDS ? rules.prizes().count() : 0;
    List<String> energyDeck =
        side.energyDeck().orElseGet(() -> blanks(rules.deck().energyDeckSize()));
    Optional<String> flipped =
        inTurn ? side.flippedEnergy().or(() -> energyDeck.stream().findFirst()) : Optional.empty();
    boolean fromDeck = flipped.isPresent() && side.flippedEnergy().isEmpty();
    return new BoardSide(
        side.active().map(BoardLayout::pokemon),
        side.bench().stream().map(BoardLayout::pokemon).toList(),
        side.hand(),
        side.deck().orElseGet(() -> blanks(DECK)),
        side.discard(),
        side.prizes().orElseGet(() -> blanks(prizes)),
        side.points(),
        fromDeck ? energyDeck.subList(1, energyDeck.size()) : energyDeck,
        flipped.or(side::flippedEnergy),
        rules.energy().source() == EnergySource.ZONE ? energyTypes(side) : side.energyTypes(),
        side.energyZone().flatMap(ScenarioBoard.Zone::current),
        side.energyZone().flatMap(ScenarioBoard.Zone::next));
  }

  /**
   * Whether the board begins after the start of the turn, when the energy of the turn is in the
   * zone.
   */
  private boolean hasEnergyOfTurn(int turn) {
    RulesConfig rules = scenario.rules();
    return rules.energy().source() == EnergySource.ENERGY_DECK
        && (turn > 1 || rules.firstTurn().energy());
  }

  /** A side that names no types has those of its Pokémon, as a deck of them would. */
  private List<EnergyType> energyTypes(ScenarioBoard.Side side) {
    if (!side.energyTypes().isEmpty()) {
      return side.energyTypes();
    }
    Set<EnergyType> types = new TreeSet<>();
    side.energyZone()
        .ifPresent(zone -> {
          zone.current().ifPresent(types::add);
          zone.next().ifPresent(types::add);
        });
    Stream.concat(side.active().stream(), side.bench().stream())
        .map(pokemon -> scenario.catalog().find(pokemon.card()))
        .flatMap(Optional::stream)
        .filter(CardDefinition.Pokemon.class::isInstance)
        .forEach(card -> types.addAll(((CardDefinition.Pokemon) card).types()));
    types.remove(EnergyType.COLORLESS);
    return types.isEmpty() ? List.of(EnergyType.values()[0]) : List.copyOf(types);
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
