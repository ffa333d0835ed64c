package dev.menagerie.server.play;

import dev.menagerie.rules.game.Seed;
import java.security.SecureRandom;
import java.util.Base64;

/** Seeds and invitation codes that cannot be guessed. Any thread. */
final class Secrets {
  /** Bytes of a code or id: 128 bits. */
  static final int CODE_BYTES = 16;

  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  static Seed seed() {
    return Seed.of(bytes(Seed.BYTES));
  }

  static String code() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(CODE_BYTES));
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
