package dev.menagerie.server.auth;

import dev.menagerie.server.auth.SignIns.SignedInUser;
import dev.menagerie.server.http.Answer;
import dev.menagerie.server.http.Call;
import dev.menagerie.server.http.HttpRefusal;
import dev.menagerie.server.http.ProblemKind;
import dev.menagerie.server.http.RateLimit;
import dev.menagerie.server.http.RateLimiter;
import dev.menagerie.server.http.Route;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The calls under {@code /auth}. */
public final class AuthRoutes {
  private static final Duration WHEN_BUSY = Duration.ofSeconds(2);

  private final SignIns signIns;
  private final RateLimiter limiter;
  private final Limits limits;

  /**
   * What one address may do.
   *
   * @param guests new guests
   * @param failures sign-ins with a wrong name, password or token
   * @param registrations new registered users
   */
  public record Limits(RateLimit guests, RateLimit failures, RateLimit registrations) {
    public static final Limits DEFAULT = withGuestsPerMinute(30);

    /** The usual limits, but for guests: tests and loads make many. */
    public static Limits withGuestsPerMinute(long guests) {
      return new Limits(
          RateLimit.perMinute("guests", guests),
          RateLimit.perMinute("failed sign-ins", 10),
          RateLimit.perMinute("registrations", 10));
    }
  }

  public AuthRoutes(SignIns signIns, RateLimiter limiter, Limits limits) {
    this.signIns = signIns;
    this.limiter = limiter;
    this.limits = limits;
  }

  record GuestSignIn(Optional<PlayerName> name) {}

  record Registration(PlayerName name, NewPassword password) {}

  /** Any text: a name nobody can have is as wrong as one nobody has. */
  record Login(String name, String password) {
    Login {
      if (password.length() > NewPassword.MAX_LENGTH) {
        throw new IllegalArgumentException("password must not be longer than any can be");
      }
    }

    @Override
    public String toString() {
      return "Login[hidden]";
    }
  }

  record Refresh(String refreshToken) {
    @Override
    public String toString() {
      return "Refresh[hidden]";
    }
  }

  record Logout(Optional<String> refreshToken) {
    @Override
    public String toString() {
      return "Logout[hidden]";
    }
  }

  record TokenAnswer(
      String accessToken, String refreshToken, String tokenType, long expiresIn, UserView user) {
    static TokenAnswer of(SignedInUser signedIn) {
      return new TokenAnswer(
          signedIn.accessToken(),
          signedIn.refreshToken(),
          "Bearer",
          signedIn.accessLife().toSeconds(),
          new UserView(signedIn.user().id().value(), signedIn.user().name()));
    }

    @Override
    public String toString() {
      return "TokenAnswer[" + user.id() + "]";
    }
  }

  record UserView(String id, String name) {}

  public List<Route<?, ?>> all() {
    return List.of(
        Route.post("/auth/guest", "signInAsGuest", "Play without an account")
            .forAnyone()
            .mayTake(GuestSignIn.class)
            .answers(201, TokenAnswer.class)
            .limitedTo(limits.guests())
            .refuses(ProblemKind.NAME_TAKEN)
            .by(call -> named(signIns.guest(call.body().name()))),
        Route.post("/auth/register", "register", "Get an account with a name and a password")
            .forAnyone()
            .takes(Registration.class)
            .answers(201, TokenAnswer.class)
            .limitedTo(limits.registrations())
            .refuses(ProblemKind.NAME_TAKEN, ProblemKind.BUSY)
            .by(call ->
                named(
                    unlessBusy(
                        () -> signIns.register(call.body().name(), call.body().password())))),
        Route.post("/auth/login", "signIn", "Sign in with name and password")
            .forAnyone()
            .takes(Login.class)
            .answers(200, TokenAnswer.class)
            .refuses(ProblemKind.UNAUTHENTICATED, ProblemKind.BUSY)
            .by(call ->
                proven(
                    call,
                    "Name or password is wrong",
                    () -> signIns.login(call.body().name(), call.body().password()))),
        Route.post("/auth/refresh", "refresh", "Change a refresh token for new tokens")
            .forAnyone()
            .takes(Refresh.class)
            .answers(200, TokenAnswer.class)
            .refuses(ProblemKind.UNAUTHENTICATED)
            .by(call ->
                proven(
                    call,
                    "The refresh token is not good",
                    () -> signIns.refresh(call.body().refreshToken()))),
        Route.post("/auth/logout", "signOut", "End the session of the bearer or refresh token")
            .forAnyoneKnownOrNot()
            .mayTake(Logout.class)
            .refuses(ProblemKind.UNAUTHENTICATED)
            .by(this::logout));
  }

  private static Answer<TokenAnswer> named(Optional<SignedInUser> signedIn) {
    return Answer.of(
        TokenAnswer.of(signedIn.orElseThrow(HttpRefusal.because(ProblemKind.NAME_TAKEN))));
  }

  /** A failure is paid for in advance and refunded, so that many at once cannot slip through. */
  private Answer<TokenAnswer> proven(
      Call<?> call, String otherwise, Supplier<Optional<SignedInUser>> proof) {
    String network = RateLimiter.network(call.address());
    limiter.require(limits.failures(), network);
    var signedIn = unlessBusy(proof);
    if (signedIn.isEmpty()) throw HttpRefusal.of(ProblemKind.UNAUTHENTICATED, otherwise);
    limiter.giveBack(limits.failures(), network);
    return Answer.of(TokenAnswer.of(signedIn.get()));
  }

  private static Optional<SignedInUser> unlessBusy(Supplier<Optional<SignedInUser>> work) {
    try {
      return work.get();
    } catch (Passwords.Overloaded full) {
      throw HttpRefusal.of(ProblemKind.BUSY, "Too many sign-ins at once").retryAfter(WHEN_BUSY);
    }
  }

  private Answer<Void> logout(Call<Logout> call) {
    var token = call.body().refreshToken();
    var session = call.userIfKnown();
    if (token.isEmpty() && session.isEmpty()) {
      throw HttpRefusal.of(ProblemKind.UNAUTHENTICATED);
    }
    token.ifPresent(signIns::logoutByToken);
    session.ifPresent(user -> signIns.logout(user.session()));
    return Answer.nothing();
  }
}
