package dev.menagerie.rules.state;

import java.util.ArrayList;
import java.util.List;

/** Records events and applies each at once: the only way from one state to the next. */
public final class Recorder {
  private final Table table;
  private final List<Event> events = new ArrayList<>();

  Recorder(Table table) {
    this.table = table;
  }

  /** Applies an event to the table and records it. */
  public void emit(Event event) {
    events.add(event);
    Evolution.apply(table, event);
  }

  /** The table as it is now; it changes with events that are emitted later. */
  public Table table() {
    return table;
  }

  /** The events so far, in order. */
  public List<Event> events() {
    return List.copyOf(events);
  }

  /** The state reached. Nothing may be emitted afterwards. */
  public GameState finish() {
    return GameState.of(table);
  }
}
