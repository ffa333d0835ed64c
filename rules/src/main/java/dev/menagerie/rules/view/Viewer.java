package dev.menagerie.rules.view;

import dev.menagerie.rules.state.Seat;

/** The viewer of a game. */
public sealed interface Viewer {
  record Sitting(Seat seat) implements Viewer {}

  record Spectator() implements Viewer {}

  /** Sees both hands and every card that moves; only for games that are over. */
  record Omniscient() implements Viewer {}

  /** The view of a player. */
  static Viewer seat(Seat seat) {
    return new Sitting(seat);
  }

  /** The view of a spectator: public information only. */
  static Viewer spectator() {
    return new Spectator();
  }

  /** A view of everything, for tests and finished games; never for a client of a running game. */
  static Viewer omniscient() {
    return new Omniscient();
  }
}
