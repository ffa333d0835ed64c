package dev.menagerie.protocol;

import dev.menagerie.codec.RawJson;
import java.time.Instant;
import java.util.Optional;

/** What the acknowledgement of a client's message carries. */
public interface Reply {
  boolean ok();

  /** An action or resignation took effect (once; a repeated message gets the same reply). */
  record Acted(
      boolean ok,
      Optional<String> requestId,
      long eventId,
      String actionType,
      RawJson events,
      Optional<RawJson> update,
      Optional<Boolean> replayed)
      implements Reply {}

  /** Joined, rejoined or watching; {@code game:state} follows. */
  record Joined(boolean ok, String gameId, String status, long eventId, int epoch)
      implements Reply {}

  record Done(boolean ok) implements Reply {}

  record Alive(boolean ok, Instant serverTime) implements Reply {}

  record Refused(boolean ok, Optional<String> requestId, Refusal error) implements Reply {}
}
