package dev.menagerie.server.auth;

import dev.menagerie.server.game.UserId;
import java.time.Duration;
import java.util.Optional;

/**
 * Where sign-ins are kept. A session lives until it is ended or its newest refresh token expires;
 * only hashes of refresh tokens are kept, and of each session only the newest.
 */
public interface Sessions {
  void start(String session, UserId user, byte[] tokenHash, Duration life);

  /** Puts a new token in place of the one shown, in one step; an older one ends the session. */
  Rotation rotate(String session, byte[] shownHash, byte[] newHash, Duration life);

  /** Ends a session; the answer is its user, if this ended it. */
  Optional<UserId> end(String session, EndReason reason);

  /** The user of a session that is alive. */
  Optional<User> userOf(String session);

  /** Why a session ended. */
  enum EndReason {
    LOGGED_OUT,
    TOKEN_REUSED
  }

  /** What became of a refresh. */
  sealed interface Rotation {
    record Rotated(User user) implements Rotation {}

    /** A token that had been replaced was shown again: somebody has a copy. */
    record Reused(UserId user) implements Rotation {}

    /** There is no such session, or it is over. */
    record Unknown() implements Rotation {}
  }
}
