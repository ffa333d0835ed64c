package dev.menagerie.server.decks;

import java.security.SecureRandom;
import java.util.Base64;

/** Names a deck: a starter by its plain name, a player's own by 128 random bits. */
public record DeckId(String value) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int RANDOM_BYTES = 16;

  static DeckId fresh() {
    var random = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(random);
    return new DeckId("d" + Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  @Override
  public String toString() {
    return value;
  }
}
