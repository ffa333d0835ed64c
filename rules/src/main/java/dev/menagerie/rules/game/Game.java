package dev.menagerie.rules.game;

import dev.menagerie.rules.card.GameCards;
import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.command.Legality;
import dev.menagerie.rules.command.Rejection;
import dev.menagerie.rules.deck.DeckList;
import dev.menagerie.rules.state.EndReason;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Frame;
import dev.menagerie.rules.state.GameDefinition;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.Seat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The game as a function: a state and a command give events and the next state, or a refusal. */
public final class Game {
  private Game() {}

  /** Opens a game: up to the first choice of a player. The events lead on from {@link #initial}. */
  public static Decision.Accepted open(GameSetup setup, Chance chance) {
    GameState state = initial(setup);
    Execution execution = new Execution(state, chance);
    execution.stack.push(RunningFrame.procedure(Frame.Kind.SETUP, Seat.FIRST));
    Interpreter.run(execution);
    execution.settle();
    ClockChange clock = Clocks.after(state, execution, null);
    return new Decision.Accepted(execution.recorder.events(), execution.recorder.finish(), clock);
  }

  /** Both decks as listed, before anything happened. */
  public static GameState initial(GameSetup setup) {
    return GameState.fresh(setting(setup));
  }

  private static GameDefinition setting(GameSetup setup) {
    List<Integer> definitions = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    for (DeckList deck : List.of(setup.first(), setup.second())) {
      add(setup.cards(), deck.cards(), definitions);
      ends.add(definitions.size());
      add(setup.cards(), deck.energyCards(), definitions);
      ends.add(definitions.size());
    }
    return new GameDefinition(
        setup.rules(),
        setup.cards(),
        definitions,
        ends,
        List.of(setup.first().energyTypes(), setup.second().energyTypes()),
        setup.seed().commitment(),
        setup.seed().cardIds());
  }

  private static void add(
      GameCards cards, List<DeckList.Entry> entries, List<Integer> definitions) {
    for (DeckList.Entry entry : entries) {
      int number = cards.need(entry.card());
      for (int i = 0; i < entry.count(); i++) {
        definitions.add(number);
      }
    }
  }

  /** Carries out a command, or says why not. Uses chance only if it is carried out. */
  public static Decision decide(GameState state, Command command, Chance chance) {
    Rejection rejection = Legality.of(state.table(), command);
    if (rejection != null) {
      return new Decision.Rejected(rejection);
    }
    Execution execution = new Execution(state, chance);
    boolean byPlayer = isOfPlayer(command);
    int commands = execution.table.activity().commands() + (byPlayer ? 1 : 0);
    execution.emit(new Event.CommandCounted(commands, byPlayer));
    if (byPlayer && execution.table.isAway(command.seat())) {
      execution.emit(new Event.PlayerReturned(command.seat()));
    }
    Commands.begin(execution, command);
    Interpreter.run(execution);
    if (byPlayer && commands >= execution.rules().limits().commands() && !execution.over()) {
      execution.emit(new Event.GameEnded(Optional.empty(), EndReason.GAME_LIMIT));
    }
    execution.settle();
    ClockChange clock = Clocks.after(state, execution, command);
    return new Decision.Accepted(execution.recorder.events(), execution.recorder.finish(), clock);
  }

  private static boolean isOfPlayer(Command command) {
    return !(command instanceof Command.ExpireClock
        || command instanceof Command.NoteLeft
        || command instanceof Command.NoteReturned
        || command instanceof Command.GrantGrace
        || command instanceof Command.GrantTime
        || command instanceof Command.VoidGame);
  }

  /**
   * The state after an event; folding the events of a command gives the state that {@code decide}
   * returned.
   */
  public static GameState evolve(GameState state, Event event) {
    return state.evolve(event);
  }

  /** All events in their order. */
  public static GameState evolve(GameState state, List<Event> events) {
    GameState next = state;
    for (Event event : events) {
      next = next.evolve(event);
    }
    return next;
  }
}
