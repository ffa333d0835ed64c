package dev.menagerie.server.redis;

/** Redis answers but cannot be used; the message is for the operator who gave its address. */
public final class UnsupportedRedis extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnsupportedRedis(Throwable cause) {
    super(
        "Redis does not run our scripts; it has to be version 7 or later, and its user must be"
            + " allowed FCALL and FUNCTION LOAD. It says: "
            + cause.getMessage(),
        cause);
  }
}
