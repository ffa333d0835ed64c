package dev.menagerie.rules.state;

import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.config.RulesConfig;
import java.util.Optional;

/** A game at one moment. Never changes; {@link #evolve} gives the next one. */
public final class GameState {
  private final Table table;

  private GameState(Table table) {
    this.table = table;
  }

  /** Before anything happened: both decks as listed. */
  public static GameState fresh(GameDefinition setting) {
    return new GameState(Table.fresh(setting));
  }

  static GameState of(Table table) {
    return new GameState(table);
  }

  /** The state after an event; this state stays as it is. */
  public GameState evolve(Event event) {
    Table next = table.copy();
    Evolution.apply(next, event);
    return new GameState(next);
  }

  /** The whole state as data, for a checkpoint. */
  public Snapshot snapshot() {
    return SnapshotWriter.snapshot(table);
  }

  /**
   * The state a snapshot was taken of.
   *
   * @throws SnapshotMismatch if it is of another format
   * @throws dev.menagerie.rules.card.CardsChanged if its cards are not there as they were
   */
  public static GameState restore(Snapshot snapshot, Catalog catalog) {
    return new GameState(SnapshotReader.table(snapshot, catalog));
  }

  /** Starts to record events on a copy of this state. */
  public Recorder record() {
    return new Recorder(table.copy());
  }

  /** The layout, for questions beyond those below. */
  public Table table() {
    return table;
  }

  /** The fixed part of the game: rules, cards, decks and seed. */
  public GameDefinition setting() {
    return table.setting();
  }

  /** The rules this game is played by. */
  public RulesConfig rules() {
    return table.rules();
  }

  /** The cards this game knows. */
  public Catalog catalog() {
    return table.catalog();
  }

  /** Whether the game is set up, played or finished. */
  public GameStatus status() {
    return table.status();
  }

  /** The number of the current turn, from 1; 0 in setup. */
  public int turn() {
    return table.turn();
  }

  /** The player whose turn it is; absent in setup. */
  public Optional<Seat> turnSeat() {
    return table.turn() == 0 ? Optional.empty() : Optional.of(table.turnSeat());
  }

  /** The player whose command the game waits for; absent when it is over. */
  public Optional<Seat> toAct() {
    return Optional.ofNullable(table.toAct());
  }

  /** The choice that is waited for, if any. */
  public Optional<PendingChoice> pending() {
    return Optional.ofNullable(table.pending());
  }

  /** The result of a finished game. */
  public Optional<Result> result() {
    return Optional.ofNullable(table.result());
  }

  /** The points that a player has. */
  public int points(Seat seat) {
    return table.points(seat);
  }

  /** Prize cards still face down; with points: points still needed. */
  public int prizesRemaining(Seat seat) {
    return switch (rules().prizes().mode()) {
      case CARDS -> table.count(seat, Pile.PRIZES);
      case POINTS -> Math.max(0, table.goal() - table.points(seat));
    };
  }

  /** How often a player's turn has timed out. */
  public int timeoutsUsed(Seat seat) {
    return table.timeouts(seat);
  }

  /**
   * The number of the running clock; a timer names it, so that it cannot fire for a replaced one.
   */
  public int clock() {
    return table.clock().number();
  }

  /** SHA-256 of the seed, in hexadecimal. */
  public String seedCommitment() {
    return table.setting().commitment();
  }
}
