package dev.menagerie.rules.game;

import dev.menagerie.rules.command.Rejection;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.GameState;
import java.util.List;

/** The rules' answer to a command. */
public sealed interface Decision {
  /** It happened: these events, and the state they lead to. */
  record Accepted(List<Event> events, GameState next, ClockChange clock) implements Decision {
    public Accepted {
      events = List.copyOf(events);
    }
  }

  /** It did not; nothing has changed, and no chance was used. */
  record Rejected(Rejection reason) implements Decision {}
}
