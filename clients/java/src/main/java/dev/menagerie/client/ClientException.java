package dev.menagerie.client;

import org.jspecify.annotations.Nullable;

/** Any failure that has its reason outside of the program. */
public abstract sealed class ClientException extends RuntimeException
    permits Refused, SessionClosed, Unreachable {
  private static final long serialVersionUID = 1L;

  ClientException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
