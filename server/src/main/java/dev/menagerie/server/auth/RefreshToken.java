package dev.menagerie.server.auth;

import dev.menagerie.codec.HmacSha256;
import dev.menagerie.codec.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A session's id and the secret that proves it: 128 random bits and a seal made with the session's
 * own key, which distinguishes an old token from one that was never issued. Each token determines
 * its successor. Prints without the secret.
 */
record RefreshToken(String session, String secret) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SESSION_BYTES = 16;
  private static final int KEY_BYTES = 32;
  private static final int CHANCE_BYTES = 16;
  private static final int SEAL_BYTES = 16;
  private static final Pattern FORM = Pattern.compile("(s[A-Za-z0-9_-]{22})\\.([A-Za-z0-9_-]{43})");

  /**
   * A new session's key. It seals tokens, and the current token cannot be computed from it alone.
   */
  static byte[] freshKey() {
    return random(KEY_BYTES);
  }

  /** The first token of a new session. */
  static RefreshToken fresh(byte[] key) {
    return sealed("s" + base64(random(SESSION_BYTES)), random(CHANCE_BYTES), key);
  }

  /**
   * The token that replaces this one; always the same, so that a lost response can be given again.
   */
  RefreshToken next(byte[] key) {
    return sealed(session, Arrays.copyOf(HmacSha256.of(key, "next:" + secret), CHANCE_BYTES), key);
  }

  /** Whether this session has ever issued this token. */
  boolean wasGiven(byte[] key) {
    var bytes = Base64.getUrlDecoder().decode(secret);
    var chance = Arrays.copyOf(bytes, CHANCE_BYTES);
    var seal = Arrays.copyOfRange(bytes, CHANCE_BYTES, CHANCE_BYTES + SEAL_BYTES);
    return MessageDigest.isEqual(seal, seal(session, chance, key));
  }

  private static RefreshToken sealed(String session, byte[] chance, byte[] key) {
    var secret = Arrays.copyOf(chance, CHANCE_BYTES + SEAL_BYTES);
    System.arraycopy(seal(session, chance, key), 0, secret, CHANCE_BYTES, SEAL_BYTES);
    return new RefreshToken(session, base64(secret));
  }

  private static byte[] seal(String session, byte[] chance, byte[] key) {
    return Arrays.copyOf(HmacSha256.of(key, "seal:" + session + ":" + base64(chance)), SEAL_BYTES);
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

  /** One round of hashing is enough, because the token is as random as a key. */
  byte[] hash() {
    return Sha256.of(text().getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] random(int bytes) {
    var random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "RefreshToken[" + session + "]";
  }
}
