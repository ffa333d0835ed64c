package dev.menagerie.rules.game;

import dev.menagerie.rules.card.GameCards;
import dev.menagerie.rules.deck.DeckList;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Frame;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Setting;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The game as a function: a state and a command give events and the next state, or a refusal. */
public final class Game {
  private Game() {}

  /** Opens a game: up to the first choice of a player. The events lead on from {@link #initial}. */
  public static Decision.Accepted open(GameSetup setup, Chance chance) {
    GameState state = initial(setup);
    Engine e = new Engine(state, chance);
    e.push(Fr.procedure(Frame.Kind.SETUP, Seat.FIRST));
    e.run();
    e.settle();
    ClockChange clock = Clocks.after(state, e, null);
    return new Decision.Accepted(e.recorder.events(), e.recorder.finish(), clock);
  }

  /** Both decks as listed, before anything happened. */
  public static GameState initial(GameSetup setup) {
    return GameState.fresh(setting(setup));
  }

  private static Setting setting(GameSetup setup) {
    List<Integer> definitions = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    for (DeckList deck : List.of(setup.first(), setup.second())) {
      add(setup.cards(), deck.cards(), definitions);
      ends.add(definitions.size());
      add(setup.cards(), deck.energyCards(), definitions);
      ends.add(definitions.size());
    }
    return new Setting(
        setup.rules(),
        setup.cards(),
        definitions,
        ends,
        List.of(setup.first().energyTypes(), setup.second().energyTypes()),
        setup.seed().commitment(),
        idKey(setup.seed()));
  }

  static Setting.IdKey idKey(Seed seed) {
    ByteBuffer key = ByteBuffer.wrap(seed.derive("ids", 0, 0, 0));
    return new Setting.IdKey(key.getLong(), key.getLong());
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
    Engine e = new Engine(state, chance);
    Commands.begin(e, command);
    e.run();
    e.settle();
    ClockChange clock = Clocks.after(state, e, command);
    return new Decision.Accepted(e.recorder.events(), e.recorder.finish(), clock);
  }

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
