package dev.menagerie.protocol;

import dev.menagerie.codec.RawJson;
import java.time.Instant;
import java.util.Optional;

/** The content of the acknowledgement of a client's message. */
public interface Reply {
  /** Whether the request was accepted. */
  boolean ok();

  /** An action or resignation took effect (once; a repeated message gets the same reply). */
  record Acted(
      boolean ok, Optional<String> requestId, long eventId, String actionType, RawJson events)
      implements Reply {}

  /** The same in delta mode: the acknowledgement is the actor's update. */
  record ActedDelta(
      boolean ok,
      Optional<String> requestId,
      long eventId,
      String actionType,
      RawJson events,
      RawJson patch,
      Optional<ServerMessage.TurnStart> turnStart,
      Optional<ServerMessage.GameOver> gameOver)
      implements Reply {}

  /** The reply to a request that was repeated after its original reply was dropped. */
  record Replayed(boolean ok, Optional<String> requestId, long eventId, boolean replayed)
      implements Reply {}

  /** Joined, rejoined or watching; {@code game:state} follows. */
  record Joined(boolean ok, String gameId, String status, long eventId, int epoch)
      implements Reply {}

  record Done(boolean ok) implements Reply {}

  record Alive(boolean ok, Instant serverTime) implements Reply {}

  record Refused(boolean ok, Optional<String> requestId, Refusal error) implements Reply {}
}
