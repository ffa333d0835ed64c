package dev.menagerie.server.auth;

import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.auth.SignIns.Scope;
import dev.menagerie.server.auth.SignIns.SignedInUser;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.http.Call;
import dev.menagerie.server.http.HttpRefusal;
import dev.menagerie.server.http.Page;
import dev.menagerie.server.http.ProblemKind;
import dev.menagerie.server.http.RateLimit;
import dev.menagerie.server.http.RateLimiter;
import dev.menagerie.server.http.Route;
import dev.menagerie.server.http.RouteResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The calls under {@code /auth}. */
public final class AuthRoutes {
  private static final Duration WHEN_BUSY = Duration.ofSeconds(2);

  private final SignIns signIns;
  private final RateLimiter limiter;
  private final Limits limits;
  private final SignInThrottle throttle;

  /**
   * The bounds of one address.
   *
   * @param guests new guests
   * @param failures sign-ins with a wrong name, password or token; of one account, too
   * @param registrations new registered users
   */
  public record Limits(RateLimit guests, RateLimit failures, RateLimit registrations) {
    public static final Limits DEFAULT = withGuestsPerMinute(30);

    /** The usual limits with another one for guests: tests and loads create many. */
    public static Limits withGuestsPerMinute(long guests) {
      return new Limits(
          RateLimit.perMinute("guests", guests),
          RateLimit.perMinute("failed sign-ins", 10),
          RateLimit.perMinute("registrations", 10));
    }
  }

  /** The routes of these sign-ins; failures are counted by the limiter. */
  public AuthRoutes(SignIns signIns, RateLimiter limiter, Limits limits) {
    this.signIns = signIns;
    this.limiter = limiter;
    this.limits = limits;
    this.throttle = new SignInThrottle(limiter, limits.failures());
  }

  record GuestSignIn(Optional<PlayerName> name) {}

  record Registration(PlayerName name, NewPassword password) {
    Registration {
      if (password.repeats(name)) {
        throw new IllegalArgumentException("password must not be the name");
      }
    }
  }

  /** The name may be any text: an impossible name gets the same response as an unknown one. */
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

  /**
   * Which session ends.
   *
   * @param all whether the user's other sessions end, too
   */
  record Logout(Optional<String> refreshToken, Optional<Boolean> all) {
    @Override
    public String toString() {
      return "Logout[hidden]";
    }
  }

  /** The tokens of a new session. */
  public record TokenAnswer(
      String accessToken, String refreshToken, String tokenType, long expiresIn, UserView user) {
    /** The tokens of this sign-in. */
    public static TokenAnswer of(SignedInUser signedIn) {
      return new TokenAnswer(
          signedIn.accessToken(),
          signedIn.refreshToken(),
          "Bearer",
          signedIn.accessLife().toSeconds(),
          UserView.of(signedIn.user()));
    }

    @Override
    public String toString() {
      return "TokenAnswer[" + user.id() + "]";
    }
  }

  /**
   * A user.
   *
   * @param guest whether the user has no account
   */
  public record UserView(String id, String name, boolean guest) {
    /** What clients see of a user. */
    public static UserView of(User user) {
      return new UserView(user.id().value(), user.name(), user.kind() == User.Kind.GUEST);
    }
  }

  /**
   * A session in the list of its user.
   *
   * @param current whether the request belongs to it
   */
  record SessionView(String id, Instant startedAt, Instant lastUsedAt, boolean current) {}

  /** All of them. */
  public List<Route<?, ?>> all() {
    return List.of(
        Route.post("/auth/guest", "signInAsGuest", "Play without an account")
            .forAnyone()
            .mayTake(GuestSignIn.class)
            .responds(201, TokenAnswer.class)
            .limitedTo(limits.guests())
            .refuses(ProblemKind.NAME_TAKEN)
            .by(call -> named(signIns.guest(call.body().name(), client(call)))),
        Route.post("/auth/register", "register", "Get an account with a name and a password")
            .forAnyone()
            .takes(Registration.class)
            .responds(201, TokenAnswer.class)
            .limitedTo(limits.registrations())
            .refuses(ProblemKind.NAME_TAKEN, ProblemKind.BUSY)
            .by(this::register),
        Route.post("/auth/login", "signIn", "Sign in with name and password")
            .forAnyone()
            .takes(Login.class)
            .responds(200, TokenAnswer.class)
            .refuses(
                ProblemKind.UNAUTHENTICATED,
                ProblemKind.BANNED,
                ProblemKind.BUSY,
                ProblemKind.RATE_LIMITED)
            .by(this::login),
        Route.post("/auth/refresh", "refresh", "Change a refresh token for new tokens")
            .forAnyone()
            .takes(Refresh.class)
            .responds(200, TokenAnswer.class)
            .refuses(ProblemKind.UNAUTHENTICATED, ProblemKind.BANNED, ProblemKind.RATE_LIMITED)
            .by(this::refresh),
        Route.post("/auth/logout", "signOut", "End this session, or all of the user's")
            .forAnyoneKnownOrNot()
            .mayTake(Logout.class)
            .refuses(ProblemKind.UNAUTHENTICATED)
            .by(this::logout),
        Route.get("/auth/sessions", "mySessions", "Where you are signed in")
            .respondsPageOf(SessionView.class)
            .by(this::sessions),
        Route.delete("/auth/sessions/{id}", "endSession", "Sign out one of your sessions")
            .by(call -> {
              signIns.endOwn(new UserId(call.user().userId()), call.pathParameter("id"));
              return RouteResponse.nothing();
            }));
  }

  private RouteResponse<Page<SessionView>> sessions(Call<Void> call) {
    var items =
        signIns.sessionsOf(new UserId(call.user().userId())).stream()
            .map(s ->
                new SessionView(
                    s.session(),
                    s.startedAt(),
                    s.lastUsedAt(),
                    s.session().equals(call.user().session())))
            .toList();
    return RouteResponse.of(Page.whole(items));
  }

  private static RouteResponse<TokenAnswer> named(Optional<SignedInUser> signedIn) {
    return RouteResponse.of(
        TokenAnswer.of(signedIn.orElseThrow(HttpRefusal.because(ProblemKind.NAME_TAKEN))));
  }

  private RouteResponse<TokenAnswer> register(Call<Registration> call) {
    var body = call.body();
    return named(unlessRefused(() -> signIns.register(body.name(), body.password(), client(call))));
  }

  private RouteResponse<TokenAnswer> login(Call<Login> call) {
    var body = call.body();
    var account = PlayerName.keyOf(body.name()).orElse("");
    var attempt = throttle.begin(client(call), account);
    var user = checked(attempt, () -> signIns.login(body.name(), body.password(), client(call)));
    if (user.isEmpty()) {
      throw HttpRefusal.of(ProblemKind.UNAUTHENTICATED, "Name or password is wrong");
    }
    throttle.succeeded(attempt);
    return RouteResponse.of(TokenAnswer.of(user.get()));
  }

  /** A password that was not looked at was no failure. */
  private Optional<SignedInUser> checked(
      SignInThrottle.Attempt attempt, Supplier<Optional<SignedInUser>> check) {
    try {
      return unlessRefused(check);
    } catch (HttpRefusal | StoreUnavailable notChecked) {
      throttle.giveBack(attempt);
      throw notChecked;
    }
  }

  /**
   * A refresh token cannot be guessed, so a valid one is always accepted and only invalid ones are
   * counted.
   */
  private RouteResponse<TokenAnswer> refresh(Call<Refresh> call) {
    var user = unlessRefused(() -> signIns.refresh(call.body().refreshToken(), client(call)));
    if (user.isPresent()) return RouteResponse.of(TokenAnswer.of(user.get()));
    limiter.require(limits.failures(), "token " + client(call));
    throw HttpRefusal.of(ProblemKind.UNAUTHENTICATED, "The refresh token is not good");
  }

  /** The rate limits count clients by network. */
  private static String client(Call<?> call) {
    return RateLimiter.network(call.address());
  }

  private static Optional<SignedInUser> unlessRefused(Supplier<Optional<SignedInUser>> work) {
    try {
      return work.get();
    } catch (Passwords.Overloaded full) {
      throw HttpRefusal.of(ProblemKind.BUSY, "Too many sign-ins at once").retryAfter(WHEN_BUSY);
    } catch (Banned banned) {
      throw refusal(banned);
    }
  }

  /** The answer to a banned user. */
  public static HttpRefusal refusal(Banned banned) {
    var until = banned.until().<Map<String, ?>>map(end -> Map.of("until", end));
    return HttpRefusal.of(ProblemKind.BANNED).with(until.orElse(Map.of()));
  }

  private RouteResponse<Void> logout(Call<Logout> call) {
    var token = call.body().refreshToken();
    var session = call.userIfKnown();
    if (token.isEmpty() && session.isEmpty()) {
      throw HttpRefusal.of(ProblemKind.UNAUTHENTICATED);
    }
    var scope = call.body().all().orElse(false) ? Scope.ALL_SESSIONS : Scope.THIS_SESSION;
    token.ifPresent(shown -> signIns.logoutByToken(shown, scope));
    session.ifPresent(user -> signIns.logout(new UserId(user.userId()), user.session(), scope));
    return RouteResponse.nothing();
  }
}
