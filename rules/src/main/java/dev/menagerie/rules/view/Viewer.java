package dev.menagerie.rules.view;

import dev.menagerie.rules.state.Seat;

/** Who looks at a game. */
public sealed interface Viewer {
  record Sitting(Seat seat) implements Viewer {}

  record Spectator() implements Viewer {}

  /** Sees both hands and every card that moves; only for games that are over. */
  record Omniscient() implements Viewer {}

  static Viewer seat(Seat seat) {
    return new Sitting(seat);
  }

  static Viewer spectator() {
    return new Spectator();
  }

  static Viewer omniscient() {
    return new Omniscient();
  }
}
