package dev.menagerie.server.oidc;

import java.util.List;

/**
 * What a validated ID token says.
 *
 * @param nicknames what the person is called there, the preferred one first; real names are not
 *     among them, because other players see the name
 */
record OidcClaims(OidcIdentity identity, List<String> nicknames) {
  OidcClaims {
    nicknames = List.copyOf(nicknames);
  }

  @Override
  public String toString() {
    return "OidcClaims[hidden]";
  }
}
