package dev.menagerie.server.auth;

import dev.menagerie.server.Stores;
import dev.menagerie.server.http.AuthenticatedCaller;
import dev.menagerie.server.http.Authenticator;
import dev.menagerie.server.http.RateLimiter;
import dev.menagerie.server.http.Route;
import dev.menagerie.server.postgres.PostgresAccounts;
import dev.menagerie.server.postgres.PostgresSessions;
import java.time.Clock;
import java.util.List;

/** Real sign-ins over the shared stores, for tests of what signed-in users do. */
public final class Accounting {
  private final PostgresSessions sessions = new PostgresSessions(Stores.database());
  private final AccessTokens tokens =
      new AccessTokens(
          SigningKeys.of(List.of("test key ".repeat(8))),
          AccessTokens.DEFAULT_LIFE,
          Clock.systemUTC());
  private final TokenVerifier verifier = new TokenVerifier(tokens, sessions, Clock.systemUTC());
  private final SignIns signIns =
      new SignIns(
          new PostgresAccounts(Stores.database()),
          sessions,
          tokens,
          Workers.PASSWORDS,
          new ReservedNames(List.of()),
          (_, session, _) -> verifier.forget(session));

  private static final class Workers {
    static final Passwords PASSWORDS = new Passwords();
  }

  public TokenVerifier verifier() {
    return verifier;
  }

  public Authenticator authenticator() {
    return token ->
        verifier
            .verify(token)
            .map(s -> new AuthenticatedCaller(s.user().id().value(), s.user().name(), s.id()));
  }

  public List<Route<?, ?>> routes(RateLimiter limiter) {
    return new AuthRoutes(signIns, limiter, AuthRoutes.Limits.withGuestsPerMinute(10_000)).all();
  }
}
