package dev.menagerie.server.play;

import dev.menagerie.rules.state.Event;
import dev.menagerie.server.game.ClockOp;
import java.util.List;

/**
 * One commit as it is stored: the move, its events, and the change of the clock.
 *
 * @param digest the digest of the state after it, so that a replay can prove every step
 */
public record GameRecord(Move move, List<Event> events, ClockOp clock, String digest) {
  public GameRecord {
    events = List.copyOf(events);
  }
}
