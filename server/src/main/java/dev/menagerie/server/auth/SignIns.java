package dev.menagerie.server.auth;

import dev.menagerie.server.auth.Sessions.EndReason;
import dev.menagerie.server.auth.Sessions.Rotation;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;

/** Coming and going: guests, registrations, sign-ins, refreshes and sign-outs. */
public final class SignIns {
  /** A month without playing, and the next sign-in asks for the password. */
  private static final Duration SESSION_LIFE = Duration.ofDays(30);

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Accounts accounts;
  private final Sessions sessions;
  private final AccessTokens tokens;
  private final Passwords passwords;
  private final SessionEndings endings;

  public SignIns(
      Accounts accounts,
      Sessions sessions,
      AccessTokens tokens,
      Passwords passwords,
      SessionEndings endings) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.tokens = tokens;
    this.passwords = passwords;
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

  /** Empty: a registered user has this name. */
  public Optional<SignedInUser> guest(Optional<PlayerName> name) {
    return accounts.addGuest(name.orElseGet(SignIns::someName)).map(this::start);
  }

  private static PlayerName someName() {
    return new PlayerName("Guest " + RANDOM.nextInt(1_000, 10_000));
  }

  /** Empty: somebody has this name. */
  public Optional<SignedInUser> register(PlayerName name, NewPassword password) {
    return accounts.register(name, passwords.hash(password)).map(this::start);
  }

  /** Empty: name or password is wrong; which of them takes the same time to find out. */
  public Optional<SignedInUser> login(String name, String password) {
    var account = named(name);
    if (account.isEmpty()) {
      passwords.pretend(password);
      return Optional.empty();
    }
    return passwords.matches(password, account.get().passwordHash())
        ? Optional.of(start(account.get().user()))
        : Optional.empty();
  }

  private Optional<Accounts.Account> named(String name) {
    try {
      return accounts.byName(new PlayerName(name));
    } catch (IllegalArgumentException nobodysName) {
      return Optional.empty();
    }
  }

  /** Empty: the token is not, or no longer, good. */
  public Optional<SignedInUser> refresh(String refreshToken) {
    var shown = RefreshToken.parse(refreshToken);
    if (shown.isEmpty()) return Optional.empty();
    String session = shown.get().session();
    var next = RefreshToken.next(session);
    return switch (sessions.rotate(session, shown.get().hash(), next.hash(), SESSION_LIFE)) {
      case Rotation.Rotated(var user) -> Optional.of(signedIn(user, next));
      case Rotation.Reused(var user) -> {
        endings.ended(user, session, EndReason.TOKEN_REUSED);
        yield Optional.empty();
      }
      case Rotation.Unknown _ -> Optional.empty();
    };
  }

  /** Ends the session of a refresh token; one that is none ends nothing. */
  public void logoutByToken(String refreshToken) {
    RefreshToken.parse(refreshToken)
        .ifPresent(token -> {
          var next = RefreshToken.next(token.session());
          // Only who has the newest token may end the session quietly.
          switch (sessions.rotate(token.session(), token.hash(), next.hash(), SESSION_LIFE)) {
            case Rotation.Rotated _ -> logout(token.session());
            case Rotation.Reused(var user) ->
                endings.ended(user, token.session(), EndReason.TOKEN_REUSED);
            case Rotation.Unknown _ -> {}
          }
        });
  }

  public void logout(String session) {
    sessions
        .end(session, EndReason.LOGGED_OUT)
        .ifPresent(user -> endings.ended(user, session, EndReason.LOGGED_OUT));
  }

  private SignedInUser start(User user) {
    var token = RefreshToken.fresh();
    sessions.start(token.session(), user.id(), token.hash(), SESSION_LIFE);
    return signedIn(user, token);
  }

  private SignedInUser signedIn(User user, RefreshToken refresh) {
    return new SignedInUser(
        user, tokens.issue(user.id(), refresh.session()), refresh.text(), tokens.life());
  }
}
