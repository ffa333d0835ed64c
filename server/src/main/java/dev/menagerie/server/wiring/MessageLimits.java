package dev.menagerie.server.wiring;

import dev.menagerie.server.http.RateLimit;
import dev.menagerie.server.http.RateLimiter;
import dev.menagerie.server.live.Allowance;
import java.time.Duration;
import java.util.Optional;

/**
 * Limits the messages of sockets: a number for each user, half of it for one seat of one game, and
 * ten times as many for one address, which a household or office may share.
 */
final class MessageLimits implements Allowance {
  private static final int USERS_OF_AN_ADDRESS = 10;

  /** A greeting and some reactions; more would be a nuisance. */
  private static final RateLimit EMOTES =
      new RateLimit("emotes of a user", 5, Duration.ofSeconds(15));

  /** A conversation, typed by hand. */
  private static final RateLimit CHAT = new RateLimit("chat of a user", 8, Duration.ofSeconds(20));

  private final RateLimiter limiter = new RateLimiter();
  private final RateLimit user;
  private final RateLimit seat;
  private final RateLimit address;

  MessageLimits(int perSecond) {
    user = RateLimit.perSecond("messages of a user", perSecond);
    seat = RateLimit.perSecond("messages of a seat", Math.max(1, perSecond / 2));
    address = RateLimit.perSecond("messages of an address", (long) perSecond * USERS_OF_AN_ADDRESS);
  }

  @Override
  public Optional<Duration> take(Of of, String who) {
    return switch (of) {
      case ADDRESS -> limiter.take(address, RateLimiter.network(who));
      case USER -> limiter.take(user, who);
      case EMOTES -> limiter.take(EMOTES, who);
      case CHAT -> limiter.take(CHAT, who);
      case SEAT -> limiter.take(seat, who);
    };
  }
}
