package dev.menagerie.server.game;

import java.security.SecureRandom;
import java.util.Base64;

/** The form of ids: letters, digits and signs that need no quoting in a key, path or log. */
public final class PlainNames {
  /** Long enough for any id we mint (22 characters) and for those of an external issuer. */
  static final int MAX_LENGTH = 128;

  private static final String SIGNS = "_.:|@-";
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
    if (value.isEmpty() || value.length() > MAX_LENGTH || !isAlphanumeric(value.charAt(0))) {
      return false;
    }
    for (int i = 1; i < value.length(); i++) {
      char sign = value.charAt(i);
      if (!isAlphanumeric(sign) && SIGNS.indexOf(sign) < 0) return false;
    }
    return true;
  }

  private static boolean isAlphanumeric(char sign) {
    return isWithin('a', sign, 'z') || isWithin('A', sign, 'Z') || isWithin('0', sign, '9');
  }

  private static boolean isWithin(char first, char sign, char last) {
    return first <= sign && sign <= last;
  }

  /** 128 random bits as text that starts with a letter. */
  static String random(char prefix) {
    byte[] bytes = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(bytes);
    return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
