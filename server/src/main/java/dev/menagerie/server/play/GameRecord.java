package dev.menagerie.server.play;

import dev.menagerie.rules.state.Event;
import dev.menagerie.server.game.ClockOp;
import java.util.List;

/**
 * One commit as it is kept: what was asked, what came of it, what it did to the clock.
 *
 * @param digest of the state after it, so that a replay can prove every step
 */
public record GameRecord(Move move, List<Event> events, ClockOp clock, String digest) {
  public GameRecord {
    events = List.copyOf(events);
  }
}
