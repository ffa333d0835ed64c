package dev.menagerie.server.oidc;

/**
 * Who somebody is at an issuer.
 *
 * @param subject the issuer's own id for the person; at most {@link #MAX_SUBJECT} characters
 */
public record OidcIdentity(String issuer, String subject) {
  /** OpenID Connect Core 1.0, section 2. */
  static final int MAX_SUBJECT = 255;

  public OidcIdentity {
    if (subject.isEmpty() || subject.length() > MAX_SUBJECT) {
      throw new IllegalArgumentException("a subject has 1 to " + MAX_SUBJECT + " characters");
    }
  }
}
