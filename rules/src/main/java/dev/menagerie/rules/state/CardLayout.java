package dev.menagerie.rules.state;

import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.card.CompiledCard;
import dev.menagerie.rules.card.Condition.Happening;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.GameCards;
import dev.menagerie.rules.config.RulesConfig;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where every card of a game is: the piles of both players, their Pokémon and the stadium. Public
 * methods only read.
 */
public abstract sealed class CardLayout permits Table {
  final GameDefinition setting;
  final GameCards cards;
  int[] definition;
  int[] owner;
  int[] generation;
  boolean namesShared;
  final Side[] sides;
  int stadium = -1;
  int stadiumStamp;

  /** The cards of a game before anything is dealt. */
  CardLayout(GameDefinition setting) {
    this.setting = setting;
    this.cards = setting.cards();
    this.definition = Ints.array(setting.definitions());
    this.owner = new int[definition.length];
    this.generation = new int[definition.length];
    this.sides = new Side[] {new Side(), new Side()};
  }

  /** A copy; the arrays of definitions and owners are shared until {@link Evolution} adds cards. */
  CardLayout(CardLayout from, GameDefinition setting) {
    this.setting = setting;
    this.cards = setting.cards();
    this.definition = from.definition;
    this.owner = from.owner;
    this.generation = from.generation;
    this.namesShared = true;
    this.sides = new Side[] {from.sides[0].copy(), from.sides[1].copy()};
    this.stadium = from.stadium;
    this.stadiumStamp = from.stadiumStamp;
  }

  /** Every card a player brought is back in its deck. */
  void gatherDecks() {
    for (int seat = 0; seat < 2; seat++) {
      Arrays.fill(sides[seat].piles, Ints.NONE);
      int deckEnd = setting.deckEnd(seat);
      sides[seat].replace(Pile.DECK, range(setting.firstOf(seat), deckEnd));
      sides[seat].replace(Pile.ENERGY_DECK, range(deckEnd, setting.energyDeckEnd(seat)));
    }
  }

  private static int[] range(int from, int to) {
    int[] range = new int[to - from];
    for (int i = 0; i < range.length; i++) {
      range[i] = from + i;
    }
    return range;
  }

  Side side(Seat seat) {
    return sides[seat.index()];
  }

  /** The fixed part of the game: rules, cards, decks and seed. */
  public GameDefinition setting() {
    return setting;
  }

  /** The rules this game is played by. */
  public RulesConfig rules() {
    return setting.rules();
  }

  /** The cards of this game, under the numbers that everything in it uses. */
  public GameCards cards() {
    return cards;
  }

  /** All cards there are, for questions about what everybody may know of. */
  public Catalog catalog() {
    return cards.catalog();
  }

  /** The compiled card of an instance. */
  public CompiledCard face(int instance) {
    return cards.face(definition[instance]);
  }

  /** The place of an instance's card in the game's table of cards. */
  public int definition(int instance) {
    return definition[instance];
  }

  /** Whether a card began in its owner's energy deck, where it returns to. */
  public boolean isOfEnergyDeck(int instance) {
    int seat = owner[instance];
    return instance >= setting.deckEnd(seat) && instance < setting.energyDeckEnd(seat);
  }

  /** The player whose deck an instance came from. */
  public Seat owner(int instance) {
    return Seat.of(owner[instance]);
  }

  /** The number of card instances in this game. */
  public int instances() {
    return definition.length;
  }

  /** The current reference of an instance. */
  public int ref(int instance) {
    return Ref.of(instance, generation[instance]);
  }

  /** How a card will be named once it is in that pile. */
  public int refIn(int instance, Pile pile) {
    return Ref.of(instance, generation[instance] + (pile.hidden() ? 1 : 0));
  }

  /** The number of cards in a pile. */
  public int count(Seat seat, Pile pile) {
    return side(seat).pile(pile).length;
  }

  /** The instance at a place of a pile, counted from the bottom. */
  public int card(Seat seat, Pile pile, int index) {
    return side(seat).pile(pile)[index];
  }

  /** Whether a pile has an instance. */
  public boolean holds(Seat seat, Pile pile, int instance) {
    return Ints.contains(side(seat).pile(pile), instance);
  }

  /** The instances of a pile from bottom to top; a copy. */
  public int[] cards(Seat seat, Pile pile) {
    return side(seat).pile(pile).clone();
  }

  /** Whether a pile has the same cards, known by the same names, as in an earlier layout. */
  public boolean hasSamePile(CardLayout earlier, Seat seat, Pile pile) {
    int[] instances = side(seat).pile(pile);
    return Arrays.equals(instances, earlier.side(seat).pile(pile))
        && areKnownAsIn(earlier, instances);
  }

  /** Whether the cards of a Pokémon are known by the same names as in an earlier layout. */
  public boolean hasSameNames(CardLayout earlier, Pokemon pokemon) {
    return areKnownAsIn(earlier, pokemon.cards)
        && areKnownAsIn(earlier, pokemon.energy)
        && areKnownAsIn(earlier, pokemon.tools);
  }

  @SuppressWarnings("ReferenceEquality") // they are shared until one of them changes
  private boolean areKnownAsIn(CardLayout earlier, int[] instances) {
    if (setting != earlier.setting) {
      return false;
    }
    if (generation == earlier.generation && definition == earlier.definition) {
      return true;
    }
    for (int instance : instances) {
      if (instance >= earlier.generation.length
          || generation[instance] != earlier.generation[instance]
          || definition[instance] != earlier.definition[instance]) {
        return false;
      }
    }
    return true;
  }

  /** A player's active Pokémon, or null when the spot is empty. */
  public @Nullable Pokemon active(Seat seat) {
    return side(seat).active;
  }

  /** The number of Pokémon on a player's bench. */
  public int benchCount(Seat seat) {
    return side(seat).bench.length;
  }

  /** The Pokémon at an index of the bench, from the left. */
  public Pokemon benched(Seat seat, int index) {
    return side(seat).bench[index];
  }

  /** Whether a player has any Pokémon in play. */
  public boolean hasPokemon(Seat seat) {
    return active(seat) != null || benchCount(seat) > 0;
  }

  /** The Pokémon of that serial, if it is still in play. */
  public @Nullable Pokemon find(int serial) {
    Pokemon found = sides[0].find(serial);
    return found == null ? sides[1].find(serial) : found;
  }

  /** The Pokémon in play whose topmost card is that instance. */
  public @Nullable Pokemon withTop(int instance) {
    Pokemon found = sides[0].withTop(instance);
    return found == null ? sides[1].withTop(instance) : found;
  }

  /** Whether a Pokémon is in its player's active spot. */
  public boolean isActive(Pokemon pokemon) {
    Pokemon there = sides[pokemon.seat].active;
    return there != null && there.serial == pokemon.serial;
  }

  /** The instance of the stadium in play, or -1. */
  public int stadium() {
    return stadium;
  }

  /** When the stadium came into force, comparable with {@link Pokemon#stamp}. */
  public int stadiumStamp() {
    return stadiumStamp;
  }

  /** The points that a player has. */
  public int points(Seat seat) {
    return side(seat).points;
  }

  /** The number of a player's mulligans. */
  public int mulligans(Seat seat) {
    return side(seat).mulligans;
  }

  /** How often a player's turn has timed out. */
  public int timeouts(Seat seat) {
    return side(seat).timeouts;
  }

  /** Whether something happened to a player in the current turn. */
  public boolean happenedThisTurn(Seat seat, Happening what) {
    return (side(seat).thisTurn & TurnEventBits.bit(what)) != 0;
  }

  /** Whether something happened to a player in the turn before. */
  public boolean happenedLastTurn(Seat seat, Happening what) {
    return (side(seat).lastTurn & TurnEventBits.bit(what)) != 0;
  }

  /** The energy in a player's zone, if the rules have zones and it is not yet attached. */
  public Optional<EnergyType> zoneNow(Seat seat) {
    return type(side(seat).zoneNow);
  }

  /** The energy that a player's zone shows for the next turn. */
  public Optional<EnergyType> zoneNext(Seat seat) {
    return type(side(seat).zoneNext);
  }

  private static Optional<EnergyType> type(int index) {
    return index < 0 ? Optional.empty() : Optional.of(EnergyType.of(index));
  }
}
