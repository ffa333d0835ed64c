package dev.menagerie.rules.view;

import dev.menagerie.rules.state.Seat;

/** Who looks at a game. */
public sealed interface Viewer {
  record Sitting(Seat seat) implements Viewer {}

  record Spectator() implements Viewer {}

  static Viewer seat(Seat seat) {
    return new Sitting(seat);
  }

  static Viewer spectator() {
    return new Spectator();
  }
}
