package dev.menagerie.server.oidc;

import dev.menagerie.server.auth.Accounts;
import dev.menagerie.server.auth.AuthRoutes;
import dev.menagerie.server.auth.AuthRoutes.TokenAnswer;
import dev.menagerie.server.auth.AuthRoutes.UserView;
import dev.menagerie.server.auth.Banned;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.http.AuthenticatedCaller;
import dev.menagerie.server.http.Call;
import dev.menagerie.server.http.HttpRefusal;
import dev.menagerie.server.http.ProblemKind;
import dev.menagerie.server.http.RateLimit;
import dev.menagerie.server.http.RateLimiter;
import dev.menagerie.server.http.Route;
import dev.menagerie.server.http.RouteResponse;
import dev.menagerie.server.oidc.Identities.Added;
import dev.menagerie.server.oidc.OidcSignIns.Returned;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sign-in through the provider over REST. Without a provider the calls are refused. */
public final class OidcRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(OidcRoutes.class);

  private static final Duration RETRY = Duration.ofSeconds(5);

  private final Optional<OidcSignIns> signIns;
  private final Identities identities;
  private final Accounts accounts;
  private final RateLimit perAddress;

  /**
   * @param signIns empty: there is no provider
   * @param perAddress steps of sign-ins; each may have this server call the issuer
   */
  public OidcRoutes(
      Optional<OidcSignIns> signIns,
      Identities identities,
      Accounts accounts,
      RateLimit perAddress) {
    this.signIns = signIns;
    this.identities = identities;
    this.accounts = accounts;
    this.perAddress = perAddress;
  }

  /**
   * The provider of this server.
   *
   * @param name what players know it by; absent: there is no provider
   */
  record ProviderView(Optional<String> name) {}

  /**
   * A sign-in that has begun.
   *
   * @param authorizationUrl where the browser goes
   * @param signIn what the browser keeps until it comes back
   */
  record BegunView(String authorizationUrl, String signIn, Instant expiresAt) {
    @Override
    public String toString() {
      return "BegunView[hidden]";
    }
  }

  /**
   * What a browser brings back from the provider.
   *
   * @param signIn what it kept
   * @param iss the issuer, where the provider says so (RFC 9207)
   */
  record Return(String signIn, String state, String code, Optional<String> iss) {
    /** Codes are some hundred characters; some providers make them of 2 KB. */
    private static final int MAX_LENGTH = 4_096;

    Return {
      if (signIn.length() > PendingSignIn.MAX_LENGTH
          || state.length() > PendingSignIn.MAX_LENGTH
          || code.isBlank()
          || code.length() > MAX_LENGTH
          || iss.filter(issuer -> issuer.length() > MAX_LENGTH).isPresent()) {
        throw new IllegalArgumentException("sign_in, state or code has an impossible length");
      }
    }

    Returned returned() {
      return new Returned(signIn, state, code, iss);
    }

    @Override
    public String toString() {
      return "Return[hidden]";
    }
  }

  /**
   * How a user can sign in again.
   *
   * @param password whether with name and password
   */
  record SignInMethods(boolean password, List<LinkedIdentity> identities) {}

  /** A person at an issuer who is this user here. */
  record LinkedIdentity(String issuer, Instant linkedAt) {}

  /** The routes of the provider. */
  public List<Route<?, ?>> routes() {
    return List.of(
        Route.get("/auth/oidc", "signInProvider", "The provider that users may sign in through")
            .forAnyone()
            .responds(200, ProviderView.class)
            .by(_ -> RouteResponse.of(new ProviderView(signIns.map(OidcSignIns::name)))),
        Route.post("/auth/oidc/start", "beginProviderSignIn", "Begin a sign-in at the provider")
            .forAnyoneKnownOrNot()
            .responds(200, BegunView.class)
            .limitedByAddressTo(perAddress)
            .refuses(ProblemKind.PROVIDER_UNAVAILABLE)
            .by(this::begin),
        Route.post("/auth/oidc/finish", "finishProviderSignIn", "Sign in with what came back")
            .forAnyone()
            .takes(Return.class)
            .responds(200, TokenAnswer.class)
            .limitedByAddressTo(perAddress)
            .refuses(
                ProblemKind.UNAUTHENTICATED, ProblemKind.BANNED, ProblemKind.PROVIDER_UNAVAILABLE)
            .by(this::finish),
        Route.post("/auth/oidc/link", "linkIdentity", "Link who you are at the provider")
            .takes(Return.class)
            .responds(200, UserView.class)
            .limitedByAddressTo(perAddress)
            .refuses(ProblemKind.IDENTITY_TAKEN, ProblemKind.PROVIDER_UNAVAILABLE)
            .by(this::link),
        Route.delete("/auth/oidc/link", "unlinkIdentity", "Sign in with your password alone")
            .query("issuer", "the issuer of the identity; absent: all of them")
            .refuses(ProblemKind.FORBIDDEN)
            .by(this::unlink),
        Route.get("/auth/methods", "signInMethods", "How you can sign in")
            .responds(200, SignInMethods.class)
            .by(call -> RouteResponse.of(methods(user(call)))));
  }

  private RouteResponse<BegunView> begin(Call<Void> call) {
    var user = call.userIfKnown().map(AuthenticatedCaller::userId).map(UserId::new);
    try {
      var begun = provider().begin(user);
      return RouteResponse.of(
          new BegunView(
              begun.authorization().toString(),
              begun.pending().text(),
              begun.pending().expiresAt()));
    } catch (IssuerUnavailable lost) {
      throw refusal(lost);
    }
  }

  private RouteResponse<TokenAnswer> finish(Call<Return> call) {
    try {
      var client = RateLimiter.network(call.address());
      return RouteResponse.of(TokenAnswer.of(provider().finish(call.body().returned(), client)));
    } catch (Banned banned) {
      throw AuthRoutes.refusal(banned);
    } catch (IssuerUnavailable lost) {
      throw refusal(lost);
    } catch (SignInRefused refused) {
      throw refusal(refused, ProblemKind.UNAUTHENTICATED);
    }
  }

  private RouteResponse<UserView> link(Call<Return> call) {
    var caller = call.user();
    try {
      var added =
          provider().link(user(call), caller.name(), caller.session(), call.body().returned());
      return switch (added) {
        case Added.Done done -> RouteResponse.of(UserView.of(done.user()));
        case Added.IdentityTaken _ -> throw HttpRefusal.of(ProblemKind.IDENTITY_TAKEN);
        case Added.NameTaken _ -> throw new IllegalStateException("every generated name is taken");
      };
    } catch (IssuerUnavailable lost) {
      throw refusal(lost);
    } catch (SignInRefused refused) {
      throw refusal(refused, ProblemKind.FORBIDDEN);
    }
  }

  private RouteResponse<Void> unlink(Call<Void> call) {
    if (identities.unlink(user(call), call.query("issuer"))) return RouteResponse.nothing();
    throw HttpRefusal.of(ProblemKind.FORBIDDEN, "You have no password to sign in with instead");
  }

  private SignInMethods methods(UserId user) {
    return new SignInMethods(
        accounts.passwordHash(user).isPresent(),
        identities.of(user).stream()
            .map(one -> new LinkedIdentity(one.identity().issuer(), one.linkedAt()))
            .toList());
  }

  private OidcSignIns provider() {
    return signIns.orElseThrow(
        () -> HttpRefusal.of(ProblemKind.FORBIDDEN, "This server has no sign-in provider"));
  }

  private static HttpRefusal refusal(IssuerUnavailable lost) {
    LOG.warn("the sign-in provider cannot be used: {}", lost.getMessage());
    return HttpRefusal.of(ProblemKind.PROVIDER_UNAVAILABLE).retryAfter(RETRY);
  }

  private static HttpRefusal refusal(SignInRefused refused, ProblemKind kind) {
    LOG.info("a sign-in at the provider is refused: {}", refused.getMessage());
    var reason = refused.reason().name().toLowerCase(Locale.ROOT);
    return HttpRefusal.of(kind, "The sign-in is not accepted; begin again")
        .with(Map.of("reason", reason));
  }

  private static UserId user(Call<?> call) {
    return new UserId(call.user().userId());
  }
}
