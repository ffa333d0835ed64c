package dev.menagerie.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.oidc.TestIssuer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Signing in at a provider, with every documented answer. */
final class ProviderCalls {
  private ProviderCalls() {}

  /** The way to the provider and back; what the page sends then. */
  static Map<String, String> wayThere(Api api, Map<String, String> person) {
    var begun = api.post("/auth/oidc/start").ok();
    var back = TestIssuer.signIn(begun.path("authorization_url").asString(), person);
    var body = new HashMap<String, String>();
    body.put("sign_in", begun.path("sign_in").asString());
    for (var name : List.of("state", "code", "iss")) body.put(name, back.parameter(name));
    return body;
  }

  /** Every call, of a server with this provider. */
  static void make(TestIssuer issuer, Api anyone) {
    issuer.broken(true);
    anyone.post("/auth/oidc/start").refused(503, "provider_unavailable");
    issuer.broken(false);
    EveryCallTest.read(anyone, "/auth/oidc");
    var robin = Map.of("sub", "robin");
    var signedIn = anyone.post("/auth/oidc/finish", wayThere(anyone, robin)).ok();
    var guest = Person.guest(anyone.origin()).api();
    guest.post("/auth/oidc/link", wayThere(guest, robin)).refused(409, "identity_taken");
    var lost = wayThere(anyone, robin);
    var lostLink = wayThere(guest, Map.of("sub", "sam"));
    issuer.broken(true);
    anyone.post("/auth/oidc/finish", lost).refused(503, "provider_unavailable");
    guest.post("/auth/oidc/link", lostLink).refused(503, "provider_unavailable");
    issuer.broken(false);
    guest.post("/auth/oidc/link", wayThere(guest, Map.of("sub", "sam"))).ok();
    EveryCallTest.read(guest, "/auth/methods");
    guest.delete("/auth/oidc/link").refused(403, "forbidden");
    var account = Map.of("name", "Robin Linked", "password", "correct horse battery");
    var registered = anyone.post("/auth/register", account).ok();
    var linked = anyone.as(registered.path("access_token").asString());
    linked.post("/auth/oidc/link", wayThere(linked, Map.of("sub", "linked"))).ok();
    assertThat(linked.delete("/auth/oidc/link").status()).isEqualTo(204);
    Servers.ban(signedIn.path("user").path("id").asString());
    anyone.post("/auth/oidc/finish", wayThere(anyone, robin)).refused(403, "banned");
  }
}
