package dev.menagerie.rules.state;

import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.GameCards;
import dev.menagerie.rules.card.SpecialCondition;
import dev.menagerie.rules.config.RulesConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A game within a turn, described by the positions of its cards. For tests, scenarios and puzzles.
 *
 * @param stadium a stadium in play, and its player
 */
public record Board(
    BoardSide first, BoardSide second, int turnNumber, Seat turnOf, Optional<Stadium> stadium) {
  public record Stadium(String card, Seat player) {}

  /**
   * The game the board describes.
   *
   * @throws IllegalArgumentException if a card is unknown or a place cannot hold it
   */
  public GameState lay(RulesConfig rules, Catalog catalog, String commitment, CardIds ids) {
    return new Layer(rules, catalog, commitment, ids).lay();
  }

  /** More than any serial of a board. */
  private static final int OTHERS_LATER = 500;

  private final class Layer {
    private final RulesConfig rules;
    private final Catalog catalog;
    private final String commitment;
    private final CardIds ids;
    private final List<String> laid = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();

    Layer(RulesConfig rules, Catalog catalog, String commitment, CardIds ids) {
      this.rules = rules;
      this.catalog = catalog;
      this.commitment = commitment;
      this.ids = ids;
    }

    GameState lay() {
      List<BoardSide> sides = List.of(first, second);
      List<int[][]> piles = new ArrayList<>();
      List<List<Pokemon>> inPlay = new ArrayList<>();
      int[] stadiumAt = {-1};
      for (Seat seat : Seat.values()) {
        BoardSide side = sides.get(seat.index());
        inPlay.add(pokemon(side, seat, seat.index() * 100 + 1));
        int[][] own = new int[Pile.COUNT][];
        own[Pile.DECK.index()] = Ints.reversed(add(side.deck()));
        own[Pile.HAND.index()] = add(side.hand());
        own[Pile.DISCARD.index()] = add(side.discard());
        own[Pile.PRIZES.index()] = add(side.prizes());
        own[Pile.PLAYING.index()] = Ints.NONE;
        if (stadium.isPresent() && stadium.get().player() == seat) {
          stadiumAt[0] = add(stadium.get().card());
        }
        ends.add(laid.size());
        own[Pile.ENERGY_DECK.index()] = Ints.reversed(add(side.energyDeck()));
        own[Pile.FLIPPED.index()] =
            side.flippedEnergy().map(card -> new int[] {add(card)}).orElse(Ints.NONE);
        ends.add(laid.size());
        piles.add(own);
      }
      Table table = Table.fresh(setting(sides));
      for (Seat seat : Seat.values()) {
        System.arraycopy(piles.get(seat.index()), 0, table.side(seat).piles, 0, Pile.COUNT);
        place(table, seat, inPlay.get(seat.index()));
        side(table, seat, sides.get(seat.index()));
      }
      table.stadium = stadiumAt[0];
      turn(table);
      return GameState.of(table);
    }

    private GameDefinition setting(List<BoardSide> sides) {
      List<List<EnergyType>> types =
          List.of(sides.get(0).energyTypes(), sides.get(1).energyTypes());
      GameCards cards = GameCards.of(catalog, laid);
      List<Integer> definitions = laid.stream().map(cards::numberOf).toList();
      return new GameDefinition(rules, cards, definitions, ends, types, commitment, ids);
    }

    private int add(String card) {
      if (catalog.numberOf(card) < 0) {
        throw new IllegalArgumentException("no such card: " + card);
      }
      laid.add(card);
      return laid.size() - 1;
    }

    private int[] add(List<String> cards) {
      int[] added = new int[cards.size()];
      for (int i = 0; i < added.length; i++) {
        added[i] = add(cards.get(i));
      }
      return added;
    }

    private List<Pokemon> pokemon(BoardSide side, Seat seat, int serial) {
      List<BoardPokemon> described = new ArrayList<>();
      side.active().ifPresent(described::add);
      described.addAll(side.bench());
      List<Pokemon> placed = new ArrayList<>();
      for (BoardPokemon given : described) {
        placed.add(pokemon(given, seat, serial + placed.size()));
      }
      return placed;
    }

    private Pokemon pokemon(BoardPokemon given, Seat seat, int serial) {
      Pokemon pokemon = new Pokemon(serial, seat.index());
      int[] under = add(given.evolvedFrom());
      pokemon.cards = Ints.with(under, add(given.card()));
      for (int card : pokemon.cards) {
        if (!(catalog.find(laid.get(card)).orElseThrow() instanceof CardDefinition.Pokemon)) {
          throw new IllegalArgumentException("not a Pokémon: " + given.card());
        }
      }
      pokemon.energy = add(given.energy());
      pokemon.tools = add(given.tools());
      pokemon.damage = given.damage().orElse(0);
      for (SpecialCondition condition : given.conditions()) {
        pokemon.conditions |= condition.bit();
      }
      int since = Math.max(0, turnNumber - given.turnsInPlay().orElse(1));
      pokemon.entered = since;
      pokemon.changed = since;
      // All are in play from the start; continuous effects of the turn player come first.
      pokemon.stamp = serial + (seat == turnOf ? 0 : OTHERS_LATER);
      return pokemon;
    }

    private void place(Table table, Seat seat, List<Pokemon> pokemon) {
      BoardSide side = seat == Seat.FIRST ? first : second;
      int benchFrom = side.active().isPresent() ? 1 : 0;
      table.side(seat).active = benchFrom == 1 ? pokemon.getFirst() : null;
      table.side(seat).bench = pokemon.subList(benchFrom, pokemon.size()).toArray(new Pokemon[0]);
      if (pokemon.size() - benchFrom > rules.bench().max()) {
        throw new IllegalArgumentException("a bench of more than " + rules.bench().max());
      }
    }

    private void side(Table table, Seat seat, BoardSide side) {
      Side own = table.side(seat);
      own.points = side.points().orElse(0);
      boolean zone = rules.energy().source() == RulesConfig.EnergySource.ZONE;
      Optional<EnergyType> made = zone ? side.energyTypes().stream().findFirst() : Optional.empty();
      boolean now = seat == turnOf && turnNumber > 1;
      own.zoneNow =
          side.zoneCurrent()
              .or(() -> now ? made : Optional.empty())
              .map(EnergyType::order)
              .orElse(-1);
      own.zoneNext = side.zoneNext().or(() -> made).map(EnergyType::order).orElse(-1);
    }

    private void turn(Table table) {
      table.status = GameStatus.ACTIVE;
      table.phase = Phase.MAIN;
      table.turn = turnNumber;
      table.turnSeat = turnOf.index();
      table.first = (turnNumber % 2 == 1 ? turnOf : turnOf.other()).index();
      table.revealed = true;
      table.nextSerial = 1_000;
      table.stamps = 1_000;
      table.clock = new Clock(1, Event.ClockKind.TURN, true, false, 0);
    }
  }
}
