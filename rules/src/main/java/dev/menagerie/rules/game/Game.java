package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.config.RulesConfig;
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
    return GameState.fresh(
        setting(setup.rules(), setup.catalog(), setup.first(), setup.second(), setup.seed()));
  }

  static Setting setting(
      RulesConfig rules, Catalog catalog, DeckList first, DeckList second, Seed seed) {
    List<Integer> definitions = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    for (DeckList deck : List.of(first, second)) {
      add(catalog, deck.cards(), definitions);
      ends.add(definitions.size());
      add(catalog, deck.energyCards(), definitions);
      ends.add(definitions.size());
    }
    return new Setting(
        rules,
        catalog,
        definitions,
        ends,
        List.of(first.energyTypes(), second.energyTypes()),
        seed.commitment(),
        idKey(seed));
  }

  static Setting.IdKey idKey(Seed seed) {
    ByteBuffer key = ByteBuffer.wrap(seed.derive("ids", 0, 0, 0));
    return new Setting.IdKey(key.getLong(), key.getLong());
  }

  private static void add(
      Catalog catalog, List<DeckList.Entry> entries, List<Integer> definitions) {
    for (DeckList.Entry entry : entries) {
      int number = catalog.numberOf(entry.card());
      if (number < 0) {
        throw new IllegalArgumentException("a deck with an unknown card was not refused");
      }
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
