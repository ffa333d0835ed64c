package dev.menagerie.rules.state;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A game laid out in small arrays: where the cards are, whose turn it is, and what is going on.
 * Public methods only read; {@link Evolution} alone changes it, on a copy that no other thread has
 * seen.
 */
public final class Table extends CardLayout {
  static final LastingEffect[] NO_LASTING = {};
  static final DelayedEffect[] NO_DELAYED = {};

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

  /** A value derived from the rest, cached until a change. */
  @Nullable Derived derived;

  /**
   * In a record, so that other threads that read the same state see it whole.
   *
   * @param forNow whether anything that happens may change it
   */
  record Derived(Object value, boolean forNow) {}

  private Table(GameDefinition setting) {
    super(setting);
  }

  private Table(Table from) {
    this(from, from.setting);
    this.derived = from.derived;
  }

  private Table(Table from, GameDefinition setting) {
    super(from, setting);
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

  /** How much of the turn's limits has been used. */
  public TurnCounters counters() {
    return counters;
  }

  /** Whether a player has had the extra time of this turn. */
  public boolean graceUsed(Seat seat) {
    return clock.isGraced(seat);
  }

  /** Whether a player has left and not come back. */
  public boolean isAway(Seat seat) {
    return clock.isAway(seat);
  }

  /** Whether a player's time ran out while they were away: the other one may claim the game. */
  public boolean isGone(Seat seat) {
    return clock.isGone(seat);
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

  /** The player whose command the game waits for. */
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

  /** The cached value, unless it may have changed; the interpreter's collected statics. */
  public @Nullable Object derived() {
    Derived kept = derived;
    return kept == null ? null : kept.value();
  }

  /** Caches a value until the continuous effects may have changed. */
  public void cache(Object value) {
    derived = new Derived(value, false);
  }

  /** Keeps it until anything happens at all. */
  public void cacheUntilNextEvent(Object value) {
    derived = new Derived(value, true);
  }
}
