package dev.menagerie.server.auth;

import dev.menagerie.server.StoreUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tells whose access token it is, for REST and sockets alike: proven, not expired, of a user who is
 * there and a session that has not been ended. Thread safe.
 */
public final class TokenVerifier {
  /** How long an ending on another node may go unnoticed if its hint was lost. */
  private static final Duration FRESH = Duration.ofSeconds(5);

  /** While the accounts cannot be read, players known a moment ago may go on playing. */
  private static final Duration GOOD_ENOUGH = Duration.ofMinutes(10);

  /** Some 300 bytes each; those longest unused are looked up again. */
  private static final int MAX_KNOWN = 20_000;

  private record Known(User user, Instant at) {}

  private final AccessTokens tokens;
  private final Sessions sessions;
  private final Clock clock;
  private final Map<String, Known> known =
      new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > MAX_KNOWN;
        }
      };

  public TokenVerifier(AccessTokens tokens, Sessions sessions, Clock clock) {
    this.tokens = tokens;
    this.sessions = sessions;
    this.clock = clock;
  }

  /** Empty: unauthenticated, for whatever reason. */
  public Optional<Session> verify(String token) {
    return tokens
        .read(token)
        .flatMap(claims ->
            user(claims.session())
                .filter(user -> user.id().equals(claims.user()))
                .map(user -> new Session(user, claims.session(), claims.expiresAt())));
  }

  /** Looks again before the next word on this session: it has ended, here or on another node. */
  public void forget(String session) {
    synchronized (known) {
      known.remove(session);
    }
  }

  private Optional<User> user(String session) {
    var now = clock.instant();
    var remembered = remembered(session);
    if (remembered.filter(k -> youngerThan(FRESH, k, now)).isPresent()) {
      return remembered.map(Known::user);
    }
    try {
      var found = sessions.userOf(session);
      synchronized (known) {
        if (found.isPresent()) known.put(session, new Known(found.get(), now));
        else known.remove(session);
      }
      return found;
    } catch (StoreUnavailable lost) {
      return Optional.of(
          remembered
              .filter(k -> youngerThan(GOOD_ENOUGH, k, now))
              .map(Known::user)
              .orElseThrow(() -> lost));
    }
  }

  private Optional<Known> remembered(String session) {
    synchronized (known) {
      return Optional.ofNullable(known.get(session));
    }
  }

  private static boolean youngerThan(Duration age, Known entry, Instant now) {
    return Duration.between(entry.at(), now).compareTo(age) < 0;
  }
}
