package dev.menagerie.server.game;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** The form of ids: letters, digits and signs that need no quoting in a key, path or log. */
public final class PlainNames {
  /** Long enough for any id we mint (22 characters) and for those of an external issuer. */
  static final int MAX_LENGTH = 128;

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:|@-]*");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int RANDOM_BYTES = 16;

  private PlainNames() {}

  static String plain(String kind, String value) {
    if (!isPlain(value)) {
      throw new IllegalArgumentException("not a " + kind);
    }
    return value;
  }

  static boolean isPlain(String value) {
    return value.length() <= MAX_LENGTH && PLAIN.matcher(value).matches();
  }

  /** 128 random bits as text that starts with a letter. */
  static String random(char prefix) {
    byte[] bytes = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(bytes);
    return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
