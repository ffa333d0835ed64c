package dev.menagerie.server.auth;

import com.auth0.jwt.algorithms.Algorithm;
import dev.menagerie.codec.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The keys of access tokens: the first signs, all verify. A new key is put in front; the old one
 * stays until its last token has expired. Each key has a fixed algorithm; the token's own algorithm
 * field is compared with it and never followed.
 */
public final class SigningKeys {
  /** A key shorter than the hash would be the weakest part. */
  private static final int MIN_SECRET_BYTES = 32;

  /** The signing key and the one before it. */
  private static final int MAX_KEYS = 2;

  private static final int KEY_ID_BYTES = 6;

  private final String current;
  private final Map<String, Algorithm> byId;
  private final List<byte[]> secrets;

  private SigningKeys(String current, Map<String, Algorithm> byId, List<byte[]> secrets) {
    this.current = current;
    this.byId = byId;
    this.secrets = secrets;
  }

  /**
   * Keys from the text of a secret file: one per line, the signing one first.
   *
   * @throws IllegalArgumentException in words that do not repeat a key
   */
  public static SigningKeys parse(String text) {
    return of(text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
  }

  /**
   * Keys from secrets. The first signs; all of them verify.
   *
   * @throws IllegalArgumentException if there is none or one is too short
   */
  public static SigningKeys of(List<String> secrets) {
    if (secrets.isEmpty() || secrets.size() > MAX_KEYS) {
      throw new IllegalArgumentException(
          "the JWT secret file holds one key, or two while they change, a line each");
    }
    var byId = new LinkedHashMap<String, Algorithm>();
    var all = new ArrayList<byte[]>();
    for (String secret : secrets) {
      byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
      if (bytes.length < MIN_SECRET_BYTES) {
        throw new IllegalArgumentException(
            "a JWT key has at least "
                + MIN_SECRET_BYTES
                + " characters; make one with: openssl rand -base64 48");
      }
      byId.put(id(bytes), Algorithm.HMAC256(bytes));
      all.add(bytes);
    }
    return new SigningKeys(byId.keySet().iterator().next(), Map.copyOf(byId), List.copyOf(all));
  }

  String currentId() {
    return current;
  }

  Algorithm current() {
    return find(current).orElseThrow();
  }

  Set<String> ids() {
    return byId.keySet();
  }

  Optional<Algorithm> find(String keyId) {
    return Optional.ofNullable(byId.get(keyId));
  }

  /**
   * Keys for another purpose, one of each secret and in the same order; none reveals its secret.
   */
  public List<byte[]> derived(String purpose) {
    return secrets.stream().map(secret -> HmacSha256.of(secret, "for " + purpose)).toList();
  }

  /** Identifies a key without revealing it. */
  private static String id(byte[] secret) {
    return HexFormat.of().formatHex(Arrays.copyOf(HmacSha256.of(secret, "key id"), KEY_ID_BYTES));
  }
}
