package dev.menagerie.server.game;

import java.util.Optional;

/**
 * What one commit adds to a game: everything in it is stored in one step, or nothing.
 *
 * @param record the events and their cause as JSON, covered by the digest
 * @param reply what the asker is told, now and when the request is repeated
 */
public record Entry(
    Cause cause,
    String record,
    String reply,
    ClockOp clock,
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
    return new Entry(cause, record, reply, new ClockOp.Keep(), Optional.empty(), Optional.empty());
  }

  public Entry with(ClockOp op) {
    return new Entry(cause, record, reply, op, checkpoint, ending);
  }

  public Entry with(Checkpoint state) {
    return new Entry(cause, record, reply, clock, Optional.of(state), ending);
  }

  public Entry ending(Ending end) {
    return new Entry(cause, record, reply, clock, checkpoint, Optional.of(end));
  }
}
