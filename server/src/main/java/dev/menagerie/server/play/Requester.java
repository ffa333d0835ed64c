package dev.menagerie.server.play;

import java.util.Optional;

/**
 * The origin of a step, if it is answered apart from the broadcast. It goes with the step to the
 * listeners of the commit; this package only carries it.
 */
public interface Requester {
  /** The trace of the request; empty if it is not traced. */
  default Optional<TraceContext> trace() {
    return Optional.empty();
  }
}
