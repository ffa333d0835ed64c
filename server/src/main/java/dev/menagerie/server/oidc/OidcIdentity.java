package dev.menagerie.server.oidc;

import java.util.Optional;

/**
 * A person at an issuer.
 *
 * @param subject the issuer's own id for the person; 1 to 255 characters
 */
public record OidcIdentity(String issuer, String subject) {
  /** OpenID Connect Core 1.0, section 2. */
  private static final int MAX_SUBJECT = 255;

  public OidcIdentity {
    if (!isSubject(subject)) {
      throw new IllegalArgumentException("a subject has 1 to " + MAX_SUBJECT + " characters");
    }
  }

  /** An identity from a token; empty if no issuer has such a subject. */
  static Optional<OidcIdentity> parse(String issuer, String subject) {
    return isSubject(subject) ? Optional.of(new OidcIdentity(issuer, subject)) : Optional.empty();
  }

  private static boolean isSubject(String subject) {
    return !subject.isEmpty() && subject.length() <= MAX_SUBJECT;
  }
}
