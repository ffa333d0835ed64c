package dev.menagerie.server.game;

import java.util.Optional;

/**
 * What one commit adds to a game; the store takes all of it in one step, or nothing.
 *
 * @param record the events and their cause as JSON, covered by the digest
 * @param reply the reply to the requester and to repeated requests
 * @param turn the number of the turn that begins with it, if one does
 */
public record Entry(
    Cause cause,
    String record,
    String reply,
    ClockOp clock,
    Optional<Integer> turn,
    Optional<Checkpoint> checkpoint,
    Optional<Ending> ending) {

  /** A record at the bound has some 200 events; a state is an order of magnitude smaller. */
  public static final int MAX_LENGTH = 512 * 1024;

  public Entry {
    if (ending.isPresent() && checkpoint.isEmpty()) {
      throw new IllegalArgumentException("an ending needs the final state");
    }
    if (record.length() + reply.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("a record of " + record.length() + " characters");
    }
  }

  public static Entry of(Cause cause, String record, String reply) {
    return new Entry(
        cause,
        record,
        reply,
        new ClockOp.Keep(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same entry with this change of the clock. */
  public Entry with(ClockOp op) {
    return new Entry(cause, record, reply, op, turn, checkpoint, ending);
  }

  /** The same entry, with which this turn begins. */
  public Entry beginning(int turnNumber) {
    return new Entry(cause, record, reply, clock, Optional.of(turnNumber), checkpoint, ending);
  }

  /** The same entry with a checkpoint. */
  public Entry with(Checkpoint state) {
    return new Entry(cause, record, reply, clock, turn, Optional.of(state), ending);
  }

  /** The same entry, which ends the game. */
  public Entry ending(Ending end) {
    return new Entry(cause, record, reply, clock, turn, checkpoint, Optional.of(end));
  }
}
