package dev.menagerie.server.play;

import dev.menagerie.protocol.Refusal;
import java.time.Instant;
import java.util.Optional;

/** The result of a step. */
public sealed interface Outcome {
  /** It happened now; {@code reply} goes to the requester. */
  record Done(GameCommitted commit, ActionReply reply) implements Outcome {}

  /** It had happened before: the original reply, or only its place where that is long gone. */
  record Repeated(int epoch, long version, Optional<ActionReply> reply) implements Outcome {}

  /** A clock that was to expire has not run out. */
  record NotYet(Optional<Instant> deadline, Instant now) implements Outcome {}

  /** It did not happen and changed nothing. */
  record Refused(Refusal refusal) implements Outcome {}
}
