package dev.menagerie.server.wiring;

import dev.menagerie.server.http.RateLimit;
import dev.menagerie.server.oidc.Identities;
import dev.menagerie.server.oidc.OidcIssuer;
import dev.menagerie.server.oidc.OidcRoutes;
import dev.menagerie.server.oidc.OidcSettings;
import dev.menagerie.server.oidc.OidcSignIns;
import dev.menagerie.server.postgres.PostgresIdentities;
import java.time.InstantSource;
import java.util.Optional;

/** Wires sign-in through the provider, if the operator chose one. */
record OidcWiring(IdentityWiring people, Identities identities, Optional<OidcSignIns> signIns) {
  static OidcWiring of(
      Optional<OidcSettings> settings,
      IdentityWiring people,
      InstantSource clock,
      CloseStack closing) {
    var identities = new PostgresIdentities(people.stores().database());
    var signIns =
        settings.map(provider ->
            new OidcSignIns(
                closing.register(new OidcIssuer(provider)),
                identities,
                people.signIns(),
                people.reserved(),
                people.keys().derived("provider sign-ins"),
                people.verifier()::forget,
                clock));
    return new OidcWiring(people, identities, signIns);
  }

  /**
   * @param perMinute steps of sign-ins of one address
   */
  OidcRoutes routes(long perMinute) {
    var limit = RateLimit.perMinute("provider sign-ins", perMinute);
    return new OidcRoutes(signIns, identities, people.accounts(), limit);
  }
}
