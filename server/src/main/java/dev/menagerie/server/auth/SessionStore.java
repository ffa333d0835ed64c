package dev.menagerie.server.auth;

import dev.menagerie.server.game.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The store of sign-ins. A session lives until it is ended or its newest refresh token expires;
 * only the hash of that token is kept. Methods block and may be called from any thread; they throw
 * {@code StoreUnavailable}.
 */
public interface SessionStore extends SessionUsers {
  /** Starts a session, unless its user is banned; the result is the ban that refuses it. */
  Optional<Ban> start(Family family, Duration life);

  /** A session that is alive, with what proves its tokens. */
  Optional<Family> find(String session);

  /**
   * Replaces the newest token in one step; false if another token is the newest or the session is
   * over.
   *
   * @param client the client that asked for it
   */
  boolean replace(String session, byte[] former, byte[] next, Duration life, String client);

  /** Ends a session; the result is its user, if this call ended it. */
  Optional<UserId> end(String session, EndReason reason);

  /** Ends all sessions of a user; returns those that this call ended. */
  List<String> endAll(UserId user, EndReason reason);

  /** Those of these sessions that are alive, in one query. */
  Set<String> alive(Collection<String> sessions);

  /** A user's sessions that are alive, the one used last first; at most {@link #MAX_LISTED}. */
  List<Listed> of(UserId user);

  /** The sessions that {@link #of} returns at most. */
  int MAX_LISTED = 100;

  /** The ban that ended a session and is in force; empty: there is none. */
  Optional<Barred> barred(String session);

  /** Why a session ended. */
  enum EndReason {
    LOGGED_OUT,
    TOKEN_REUSED,
    BANNED
  }

  /**
   * A session that a ban ended.
   *
   * @param tokenKey what its tokens are sealed with
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Barred(byte[] tokenKey, Ban ban) {
    @Override
    public String toString() {
      return "Barred[" + ban + "]";
    }
  }

  /**
   * A session and its tokens.
   *
   * @param tokenHash of the newest refresh token
   * @param tokenKey what its tokens are sealed with
   * @param replaced how long ago the newest token was given, and to which client
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Family(String session, User user, byte[] tokenHash, byte[] tokenKey, Replaced replaced) {
    @Override
    public String toString() {
      return "Family[" + session + "]";
    }
  }

  /** When a token was replaced, and the user who did it. */
  record Replaced(Duration ago, String client) {}

  /** A session as its user sees it in a list. */
  record Listed(String session, Instant startedAt, Instant lastUsedAt) {}
}
