package dev.menagerie.server.http;

import dev.menagerie.socketio.http.OriginPolicy;

/**
 * Checks between the network and the handlers.
 *
 * @param perAddress all calls of one address together
 * @param perUser all calls of one signed-in user together
 * @param bytesPerAddress large responses to one address, counted in bytes
 */
public record Guards(
    Authenticator authenticator,
    OriginPolicy origins,
    RateLimiter limiter,
    IdempotencyStore idempotency,
    RateLimit perAddress,
    RateLimit perUser,
    RateLimit bytesPerAddress) {
  /** A household, a school class or a small proxy; one player makes a call every few seconds. */
  public static final RateLimit USUAL_PER_ADDRESS = RateLimit.perMinute("address", 3_000);

  public static final RateLimit USUAL_PER_USER = RateLimit.perMinute("user", 600);

  /** Bytes of large responses; the page with all of its pictures is some two megabytes. */
  public static final RateLimit USUAL_BYTES = RateLimit.perSecond("bytes", 16L << 20);

  /** With {@link #USUAL_BYTES}. */
  public Guards(
      Authenticator authenticator,
      OriginPolicy origins,
      RateLimiter limiter,
      IdempotencyStore idempotency,
      RateLimit perAddress,
      RateLimit perUser) {
    this(authenticator, origins, limiter, idempotency, perAddress, perUser, USUAL_BYTES);
  }
}
