package dev.menagerie.server.http;

import dev.menagerie.socketio.http.OriginPolicy;

/**
 * What stands between the network and the handlers.
 *
 * @param perAddress all calls of one address together
 * @param perUser all calls of one signed-in user together
 */
public record Guards(
    Gate gate,
    OriginPolicy origins,
    RateLimiter limiter,
    Repeats repeats,
    RateLimit perAddress,
    RateLimit perUser) {}
