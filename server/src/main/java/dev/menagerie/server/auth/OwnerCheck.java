package dev.menagerie.server.auth;

import dev.menagerie.server.game.UserId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Confirms that a request comes from the owner of the account, not from another person who uses a
 * browser in which the owner is still signed in. A user with a password must give it. A user
 * without one, whom a provider signs in, must have signed in within the last minutes. Guests have
 * neither and are always confirmed. Any thread; waits for the store and for hashing.
 */
public final class OwnerCheck {
  /** Longer than a person needs from the provider to the button. */
  static final Duration RECENT = Duration.ofMinutes(10);

  private final Accounts accounts;
  private final SessionStore sessions;
  private final Passwords passwords;
  private final InstantSource clock;

  /** A check against these stores. */
  public OwnerCheck(
      Accounts accounts, SessionStore sessions, Passwords passwords, InstantSource clock) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.passwords = passwords;
    this.clock = clock;
  }

  /** What the check found. */
  public enum Result {
    CONFIRMED,
    WRONG_PASSWORD,
    /** The user has no password and must sign in at the provider again. */
    SIGN_IN_AGAIN
  }

  /**
   * Checks a request.
   *
   * @param session the session that asks
   */
  Result check(User user, String session, Optional<String> password) {
    var hash = accounts.passwordHash(user.id());
    if (hash.isPresent()) {
      boolean isRight = password.filter(given -> passwords.matches(given, hash.get())).isPresent();
      return isRight ? Result.CONFIRMED : Result.WRONG_PASSWORD;
    }
    boolean isConfirmed = user.kind() == User.Kind.GUEST || isRecent(user.id(), session);
    return isConfirmed ? Result.CONFIRMED : Result.SIGN_IN_AGAIN;
  }

  private boolean isRecent(UserId user, String session) {
    var since = clock.instant().minus(RECENT);
    return sessions.of(user).stream()
        .anyMatch(one -> one.session().equals(session) && one.startedAt().isAfter(since));
  }
}
