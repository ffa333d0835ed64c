package dev.menagerie.server.embedded;

import org.jspecify.annotations.Nullable;

/** An embedded store cannot run here; the message says which, why, and what to do about it. */
public final class EmbeddedStoreFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EmbeddedStoreFailed(String message) {
    super(message);
  }

  EmbeddedStoreFailed(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
