package dev.menagerie.socketio.engineio;

import java.security.SecureRandom;
import java.util.Base64;

/** Ids that cannot be guessed: 120 random bits, 20 characters that need no escaping anywhere. */
public final class SessionIds {
  private static final int BYTES = 15;
  private static final SecureRandom RANDOM = new SecureRandom();

  private SessionIds() {}

  /** A fresh one. */
  public static String next() {
    byte[] bits = new byte[BYTES];
    RANDOM.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }
}
