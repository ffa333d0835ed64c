package dev.menagerie.server.auth;

import dev.menagerie.server.auth.SessionStore.EndReason;
import dev.menagerie.server.auth.SessionStore.Family;
import dev.menagerie.server.auth.SessionStore.Replaced;
import dev.menagerie.server.game.UserId;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Starts, renews and ends sessions. Methods block and may be called from any thread; they throw
 * {@code StoreUnavailable}, and {@link Passwords.Overloaded} where a password is hashed.
 */
public final class SignIns {
  /** How long a session lives after its last refresh. */
  private static final Duration SESSION_LIFE = Duration.ofDays(30);

  /** How long a client may repeat a refresh, as two tabs do, and gets the same response again. */
  static final Duration REPEATABLE = Duration.ofSeconds(30);

  /** A refresh loses a race only to another refresh or the session's end. */
  private static final int MAX_RACES = 3;

  /** Generated names; a registered user may have taken one. */
  private static final int MAX_GENERATED = 5;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Accounts accounts;
  private final SessionStore sessions;
  private final AccessTokens tokens;
  private final Passwords passwords;
  private final ReservedNames reserved;
  private final SessionEndings endings;

  /** Sign-in over these stores. */
  public SignIns(
      Accounts accounts,
      SessionStore sessions,
      AccessTokens tokens,
      Passwords passwords,
      ReservedNames reserved,
      SessionEndings endings) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.tokens = tokens;
    this.passwords = passwords;
    this.reserved = reserved;
    this.endings = endings;
  }

  /** A user with the tokens of a session; prints without them. */
  public record SignedInUser(
      User user, String accessToken, String refreshToken, Duration accessLife) {
    @Override
    public String toString() {
      return "SignedInUser[" + user.id() + "]";
    }
  }

  /**
   * Adds a guest and signs them in. Empty: the name is reserved, or looks like a registered user's.
   *
   * @param client where the request comes from
   */
  public Optional<SignedInUser> guest(Optional<PlayerName> name, String client) {
    if (name.isPresent()) return guest(name.get(), client);
    for (int i = 0; i < MAX_GENERATED; i++) {
      var guest = guest(new PlayerName("Guest " + RANDOM.nextInt(1_000, 10_000)), client);
      if (guest.isPresent()) return guest;
    }
    return Optional.empty();
  }

  private Optional<SignedInUser> guest(PlayerName name, String client) {
    if (reserved.contains(name)) return Optional.empty();
    return accounts.addGuest(name).map(user -> start(user, client));
  }

  /** Adds a user and signs them in. Empty: the name is reserved, or looks like another user's. */
  public Optional<SignedInUser> register(PlayerName name, NewPassword password, String client) {
    if (reserved.contains(name)) return Optional.empty();
    return accounts.register(name, passwords.hash(password)).map(user -> start(user, client));
  }

  /**
   * Empty: name or password is wrong; both take the same time. Throws {@link Banned} where both are
   * right.
   */
  public Optional<SignedInUser> login(String name, String password, String client) {
    var account = PlayerName.keyOf(name).flatMap(accounts::byName);
    if (account.isEmpty()) {
      passwords.pretend(password);
      return Optional.empty();
    }
    return passwords.matches(password, account.get().passwordHash())
        ? Optional.of(start(account.get().user(), client))
        : Optional.empty();
  }

  /**
   * Exchanges a refresh token for the next one. The token before the newest is accepted again for
   * {@link #REPEATABLE} if the same client sends it. Any other old token ends its session, because
   * it has been copied. A token that the session never issued has no effect. Throws {@link Banned}
   * where a ban ended the session.
   *
   * @param client where the request comes from
   */
  public Optional<SignedInUser> refresh(String refreshToken, String client) {
    return RefreshToken.parse(refreshToken).flatMap(shown -> refresh(shown, client));
  }

  private Optional<SignedInUser> refresh(RefreshToken shown, String client) {
    for (int i = 0; i < MAX_RACES; i++) {
      var found = sessions.find(shown.session());
      if (found.isEmpty()) return ended(shown);
      var family = found.get();
      var next = shown.next(family.tokenKey());
      if (!isNewest(shown, family)) return repeated(shown, next, family, client);
      if (sessions.replace(family.session(), shown.hash(), next.hash(), SESSION_LIFE, client)) {
        return Optional.of(signedIn(family.user(), next));
      }
    }
    return Optional.empty();
  }

  /** Only those who had a token of the session learn that a ban ended it. */
  private Optional<SignedInUser> ended(RefreshToken shown) {
    var barred = sessions.barred(shown.session());
    if (barred.isPresent() && shown.wasGiven(barred.get().tokenKey())) {
      throw new Banned(barred.get().ban());
    }
    return Optional.empty();
  }

  private Optional<SignedInUser> repeated(
      RefreshToken shown, RefreshToken next, Family family, String client) {
    var replaced = family.replaced();
    boolean isRepeat =
        isNewest(next, family)
            && replaced.client().equals(client)
            && replaced.ago().compareTo(REPEATABLE) < 0;
    if (isRepeat) return Optional.of(signedIn(family.user(), next));
    if (shown.wasGiven(family.tokenKey())) end(family.session(), EndReason.TOKEN_REUSED);
    return Optional.empty();
  }

  private static boolean isNewest(RefreshToken token, Family family) {
    return MessageDigest.isEqual(token.hash(), family.tokenHash());
  }

  /**
   * Ends the session that gave this refresh token out, or all of its user's; a token that is not
   * known ends nothing. Only the newest token may end more than its own session.
   */
  public void logoutByToken(String refreshToken, Scope scope) {
    RefreshToken.parse(refreshToken)
        .ifPresent(shown ->
            sessions
                .find(shown.session())
                .ifPresent(family -> {
                  if (isNewest(shown, family)) {
                    logout(family.user().id(), family.session(), scope);
                  } else if (shown.wasGiven(family.tokenKey())) {
                    end(family.session(), EndReason.TOKEN_REUSED);
                  }
                }));
  }

  /** Which sessions a sign-out ends. */
  public enum Scope {
    THIS_SESSION,
    ALL_SESSIONS
  }

  /** Ends the session of an access token, or all of its user's. */
  public void logout(UserId user, String session, Scope scope) {
    switch (scope) {
      case THIS_SESSION -> end(session, EndReason.LOGGED_OUT);
      case ALL_SESSIONS -> endAll(user, EndReason.LOGGED_OUT);
    }
  }

  /** Ends one of a user's sessions; another user's, or one that is over, is left alone. */
  public void endOwn(UserId user, String session) {
    boolean isOwn = sessions.userOf(session).filter(owner -> owner.id().equals(user)).isPresent();
    if (isOwn) end(session, EndReason.LOGGED_OUT);
  }

  /** A user's sessions that are alive, the one used last first. */
  public List<SessionStore.Listed> sessionsOf(UserId user) {
    return sessions.of(user);
  }

  /** The user of a session that is alive. */
  public Optional<User> userOf(String session) {
    return sessions.userOf(session);
  }

  private void end(String session, EndReason reason) {
    sessions.end(session, reason).ifPresent(user -> endings.ended(user, session, reason));
  }

  private void endAll(UserId user, EndReason reason) {
    for (var session : sessions.endAll(user, reason)) {
      endings.ended(user, session, reason);
    }
  }

  /**
   * Starts a session of a user whose identity is proven. Throws {@link Banned}.
   *
   * @param client where the request comes from
   */
  public SignedInUser signInAs(User user, String client) {
    return start(user, client);
  }

  private SignedInUser start(User user, String client) {
    var key = RefreshToken.freshKey();
    var token = RefreshToken.fresh(key);
    var replaced = new Replaced(Duration.ZERO, client);
    var family = new Family(token.session(), user, token.hash(), key, replaced);
    var ban = sessions.start(family, SESSION_LIFE);
    if (ban.isPresent()) throw new Banned(ban.get());
    return signedIn(user, token);
  }

  private SignedInUser signedIn(User user, RefreshToken refresh) {
    return new SignedInUser(
        user, tokens.issue(user.id(), refresh.session()), refresh.text(), tokens.life());
  }
}
