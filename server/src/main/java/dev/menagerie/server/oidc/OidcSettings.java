package dev.menagerie.server.oidc;

import java.net.URI;
import java.util.Optional;

/**
 * The provider as the operator registered this server with it; prints without the secret.
 *
 * @param issuer the issuer's identifier, as its tokens name it
 * @param clientSecret absent for a public client, which PKCE alone protects
 * @param name what players read on the button
 * @param returnTo where the provider sends browsers back to; registered with it
 */
public record OidcSettings(
    URI issuer, String clientId, Optional<String> clientSecret, String name, URI returnTo) {
  @Override
  public String toString() {
    return "OidcSettings[" + issuer + "]";
  }
}
