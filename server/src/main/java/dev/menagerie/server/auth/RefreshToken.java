package dev.menagerie.server.auth;

import dev.menagerie.server.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a session and 256 random bits that prove it. Prints as the name alone. */
record RefreshToken(String session, String secret) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SESSION_BYTES = 16;
  private static final int SECRET_BYTES = 32;
  private static final Pattern FORM = Pattern.compile("(s[A-Za-z0-9_-]{22})\\.([A-Za-z0-9_-]{43})");

  static RefreshToken fresh() {
    return next("s" + random(SESSION_BYTES));
  }

  /** Another one for the same session. */
  static RefreshToken next(String session) {
    return new RefreshToken(session, random(SECRET_BYTES));
  }

  static Optional<RefreshToken> parse(String text) {
    var form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(new RefreshToken(form.group(1), form.group(2)))
        : Optional.empty();
  }

  String text() {
    return session + "." + secret;
  }

  /** As random as a key, so one round of hashing keeps it as well as many. */
  byte[] hash() {
    return Sha256.of(text().getBytes(StandardCharsets.US_ASCII));
  }

  private static String random(int bytes) {
    var random = new byte[bytes];
    RANDOM.nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  @Override
  public String toString() {
    return "RefreshToken[" + session + "]";
  }
}
