package dev.menagerie.server.oidc;

import dev.menagerie.codec.HmacSha256;
import dev.menagerie.codec.Sha256;
import dev.menagerie.server.game.UserId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A sign-in that has begun. The browser keeps its text, which is sealed, so no node has to remember
 * it; state, nonce and PKCE verifier are computed from it. Prints hidden.
 *
 * @param text what the browser keeps and shows when it comes back
 * @param user the signed-in user who begins it; empty: a visitor does
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PendingSignIn(String text, Optional<UserId> user, Instant expiresAt, byte[] key) {
  private static final String NOBODY = "-";
  private static final int RANDOM_BYTES = 16;
  private static final int PARTS = 4;

  /** Longer than any text of ours. */
  static final int MAX_LENGTH = 256;

  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * Begins a sign-in.
   *
   * @param key the cluster's; seals the text
   */
  static PendingSignIn begin(byte[] key, Optional<UserId> user, Instant expiresAt) {
    var random = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(random);
    var content =
        base64(random)
            + "."
            + expiresAt.getEpochSecond()
            + "."
            + user.map(UserId::value).orElse(NOBODY);
    return new PendingSignIn(content + "." + hmac(key, "seal", content), user, expiresAt, key);
  }

  /** Reads a text that this key sealed; empty for every other text. */
  static Optional<PendingSignIn> read(byte[] key, String text) {
    var parts = text.split("\\.", -1);
    if (text.length() > MAX_LENGTH || parts.length != PARTS) return Optional.empty();
    var content = text.substring(0, text.lastIndexOf('.'));
    if (!isSame(hmac(key, "seal", content), parts[PARTS - 1])) return Optional.empty();
    var user =
        parts[2].equals(NOBODY) ? Optional.<UserId>empty() : Optional.of(new UserId(parts[2]));
    return Optional.of(
        new PendingSignIn(text, user, Instant.ofEpochSecond(Long.parseLong(parts[1])), key));
  }

  /** What the provider gives back to the browser; it does not reveal the text. */
  String state() {
    return hmac(key, "state", text);
  }

  /** What the ID token must repeat. */
  String nonce() {
    return hmac(key, "nonce", text);
  }

  /** The PKCE verifier (RFC 7636): 43 characters. */
  String verifier() {
    return hmac(key, "verifier", text);
  }

  /** The name of this sign-in in the store of those that are finished. */
  String id() {
    return base64(Sha256.of(text.getBytes(StandardCharsets.US_ASCII)));
  }

  static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static String hmac(byte[] key, String label, String text) {
    return base64(HmacSha256.of(key, label + ":" + text));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "PendingSignIn[hidden]";
  }
}
