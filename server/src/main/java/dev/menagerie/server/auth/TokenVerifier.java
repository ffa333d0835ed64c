package dev.menagerie.server.auth;

import dev.menagerie.server.StoreUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Verifies access tokens, for REST and sockets alike: signed by us, not expired, of a user who
 * exists and a session that has not been ended. Thread safe.
 */
public final class TokenVerifier {
  /** How long an ending on another node may go unnoticed if its hint was lost. */
  private static final Duration FRESH = Duration.ofSeconds(5);

  /** How long a verified user stays trusted while the accounts cannot be read. */
  private static final Duration GOOD_ENOUGH = Duration.ofMinutes(10);

  /** Some 300 bytes each; those longest unused are looked up again. */
  private static final int MAX_KNOWN = 20_000;

  private record Known(User user, Instant at) {}

  private final AccessTokens tokens;
  private final SessionUsers sessions;
  private final Clock clock;
  private final Map<String, Known> verified =
      new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > MAX_KNOWN;
        }
      };

  /**
   * Verifies access tokens against live sessions.
   *
   * @param clock decides whether a token has expired
   */
  public TokenVerifier(AccessTokens tokens, SessionUsers sessions, Clock clock) {
    this.tokens = tokens;
    this.sessions = sessions;
    this.clock = clock;
  }

  /** The session that a token proves. Empty: unauthenticated, for whatever reason. */
  public Optional<Session> verify(String token) {
    return tokens
        .read(token)
        .flatMap(claims ->
            user(claims.session())
                .filter(user -> user.id().equals(claims.user()))
                .map(user -> new Session(user, claims.session(), claims.expiresAt())));
  }

  /** Looks this session up again when it is asked for next: it has ended or changed. */
  public void forget(String session) {
    synchronized (verified) {
      verified.remove(session);
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
      synchronized (verified) {
        if (found.isPresent()) verified.put(session, new Known(found.get(), now));
        else verified.remove(session);
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
    synchronized (verified) {
      return Optional.ofNullable(verified.get(session));
    }
  }

  private static boolean youngerThan(Duration age, Known entry, Instant now) {
    return Duration.between(entry.at(), now).compareTo(age) < 0;
  }
}
