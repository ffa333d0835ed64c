package dev.menagerie.server.http;

import dev.menagerie.socketio.http.OriginPolicy;

/**
 * Checks between the network and the handlers.
 *
 * @param perAddress all calls of one address together
 * @param perUser all calls of one signed-in user together
 */
public record Guards(
    Authenticator authenticator,
    OriginPolicy origins,
    RateLimiter limiter,
    IdempotencyStore idempotency,
    RateLimit perAddress,
    RateLimit perUser) {
  /** A household, a school class or a small proxy; one player makes a call every few seconds. */
  public static final RateLimit USUAL_PER_ADDRESS = RateLimit.perMinute("address", 3_000);

  public static final RateLimit USUAL_PER_USER = RateLimit.perMinute("user", 600);
}
