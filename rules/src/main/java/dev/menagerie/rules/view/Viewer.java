package dev.menagerie.rules.view;

import dev.menagerie.rules.state.CardIds;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.Seat;

/** The viewer of a game. */
public sealed interface Viewer {
  record Sitting(Seat seat) implements Viewer {}

  record Spectator() implements Viewer {}

  /** Sees both hands and every card that moves; only for games that are over. */
  record Omniscient() implements Viewer {}

  /** The names by which this viewer knows the cards of a game. */
  default CardIds.OfViewer ids(GameState state) {
    return state
        .setting()
        .ids()
        .of(
            switch (this) {
              case Sitting(Seat seat) -> seat.index();
              case Spectator _ -> 2;
              case Omniscient _ -> 3;
            });
  }

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
