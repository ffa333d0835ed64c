package dev.menagerie.rules.state;

import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.card.CompiledCard;
import dev.menagerie.rules.card.Condition.Happening;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.GameCards;
import dev.menagerie.rules.config.RulesConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A game laid out in small arrays. Public methods only read; {@link Evolution} alone changes it, on
 * a copy nobody else has seen.
 */
public final class Table {
  static final LastingEffect[] NO_LASTING = {};
  static final DelayedEffect[] NO_DELAYED = {};

  final GameDefinition setting;
  final GameCards cards;
  int[] definition;
  int[] owner;
  int[] generation;
  boolean namesShared;
  final Side[] sides;
  int stadium = -1;
  int stadiumStamp;

  GameStatus status = GameStatus.SETUP;
  Phase phase = Phase.START;
  int turn;
  int turnSeat;
  int first = -1;
  int placing = -1;
  int round;
  boolean revealed;
  TurnCounters counters = new TurnCounters();

  int nextSerial = 1;
  int stamps = 1;
  LastingEffect[] lasting = NO_LASTING;
  DelayedEffect[] delayed = NO_DELAYED;
  List<Frame> frames = List.of();
  @Nullable PendingChoice pending;
  int choices;
  Clock clock = Clock.NONE;
  Activity activity = Activity.NONE;
  @Nullable Result result;

  /** Worked out from the rest when somebody asks, until something changes it. */
  @Nullable Derived derived;

  /**
   * In a record, so that other threads that read the same state see it whole.
   *
   * @param forNow whether anything that happens may change it
   */
  record Derived(Object value, boolean forNow) {}

  private Table(GameDefinition setting) {
    this.setting = setting;
    this.cards = setting.cards();
    this.definition = Ints.array(setting.definitions());
    this.owner = new int[definition.length];
    this.generation = new int[definition.length];
    this.sides = new Side[] {new Side(), new Side()};
  }

  private Table(Table from) {
    this(from, from.setting);
    this.derived = from.derived;
  }

  private Table(Table from, GameDefinition setting) {
    this.setting = setting;
    this.cards = setting.cards();
    this.definition = from.definition;
    this.owner = from.owner;
    this.generation = from.generation;
    this.namesShared = true;
    this.sides = new Side[] {from.sides[0].copy(), from.sides[1].copy()};
    this.stadium = from.stadium;
    this.stadiumStamp = from.stadiumStamp;
    this.status = from.status;
    this.phase = from.phase;
    this.turn = from.turn;
    this.turnSeat = from.turnSeat;
    this.first = from.first;
    this.placing = from.placing;
    this.round = from.round;
    this.revealed = from.revealed;
    this.counters = from.counters.copy();
    this.nextSerial = from.nextSerial;
    this.stamps = from.stamps;
    this.lasting = from.lasting;
    this.delayed = from.delayed;
    this.frames = from.frames;
    this.pending = from.pending;
    this.choices = from.choices;
    this.clock = from.clock;
    this.activity = from.activity;
    this.result = from.result;
  }

  /** Both decks as listed, nothing else on the table. */
  static Table fresh(GameDefinition setting) {
    Table table = new Table(setting);
    Arrays.fill(table.owner, setting.firstOf(1), table.owner.length, 1);
    table.gatherDecks();
    return table;
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

  Table copy() {
    return new Table(this);
  }

  /** The same layout in a game of another definition. */
  Table with(GameDefinition setting) {
    return new Table(this, setting);
  }

  /** The same table in another object, for questions whose answers must not be kept. */
  public Table aside() {
    return copy();
  }

  Side side(Seat seat) {
    return sides[seat.index()];
  }

  // Reading

  /** What was fixed at the start: rules, cards, decks and seed. */
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

  /** Whether the game is set up, played or finished. */
  public GameStatus status() {
    return status;
  }

  /** The phase of the current turn. */
  public Phase phase() {
    return phase;
  }

  /** Counted over both players from 1; 0 in setup. */
  public int turn() {
    return turn;
  }

  /** The player whose turn it is. */
  public Seat turnSeat() {
    return Seat.of(turnSeat);
  }

  /** The player who goes first, once that is decided. */
  public Optional<Seat> first() {
    return first < 0 ? Optional.empty() : Optional.of(Seat.of(first));
  }

  /** The player who places Pokémon in setup, if it is that time. */
  public Optional<Seat> placing() {
    return placing < 0 ? Optional.empty() : Optional.of(Seat.of(placing));
  }

  /** 0, or which sudden death this is. */
  public int round() {
    return round;
  }

  /** Whether the Pokémon placed in setup are face up. */
  public boolean revealed() {
    return revealed;
  }

  /** What has been done in this turn of what a turn allows only so often. */
  public TurnCounters counters() {
    return counters;
  }

  /** The points that a player has. */
  public int points(Seat seat) {
    return side(seat).points;
  }

  /** How often a player drew a hand without a Basic. */
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

  /** Whether a player has had the extra time of this turn. */
  public boolean graceUsed(Seat seat) {
    return (clock.graceUsed() & 1 << seat.index()) != 0;
  }

  /** The serial of the next Pokémon that comes into play. */
  public int nextSerial() {
    return nextSerial;
  }

  /** The number of lasting effects. */
  public int lastingCount() {
    return lasting.length;
  }

  /** A lasting effect, oldest first. */
  public LastingEffect lasting(int index) {
    return lasting[index];
  }

  /** The number of delayed effects. */
  public int delayedCount() {
    return delayed.length;
  }

  /** A delayed effect, oldest first. */
  public DelayedEffect delayed(int index) {
    return delayed[index];
  }

  /** The stack of frames, the running one last. */
  public List<Frame> frames() {
    return frames;
  }

  /** The choice that is waited for, or null. */
  public @Nullable PendingChoice pending() {
    return pending;
  }

  /** How many choices have been asked for. */
  public int choices() {
    return choices;
  }

  /** How much has been done, for the bounds of a game. */
  public Activity activity() {
    return activity;
  }

  /** The clock that runs. */
  public Clock clock() {
    return clock;
  }

  /** The result of a finished game, or null. */
  public @Nullable Result result() {
    return result;
  }

  /** How many prize cards or points this game is about. */
  public int goal() {
    return round > 0 ? rules().win().suddenDeathPrizes() : rules().prizes().count();
  }

  /** Whose command the game waits for. */
  public @Nullable Seat toAct() {
    if (pending != null) {
      return pending.seat();
    }
    return switch (status) {
      case FINISHED -> null;
      case SETUP -> placing < 0 ? null : Seat.of(placing);
      case ACTIVE -> Seat.of(turnSeat);
    };
  }

  /** What was kept here last, unless it may have changed; the engine's collected statics. */
  public @Nullable Object derived() {
    Derived kept = derived;
    return kept == null ? null : kept.value();
  }

  /** Keeps it as long as the same things stand on the table. */
  public void cache(Object value) {
    derived = new Derived(value, false);
  }

  /** Keeps it until anything happens at all. */
  public void cacheUntilNextEvent(Object value) {
    derived = new Derived(value, true);
  }
}
