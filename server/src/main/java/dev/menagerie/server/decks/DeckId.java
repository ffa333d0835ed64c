package dev.menagerie.server.decks;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names a deck: a starter by its plain name, a player's own by 128 random bits. */
public record DeckId(String value) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int RANDOM_BYTES = 16;

  /** Like every id here: nothing that needs quoting in a path or a log. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:|@-]{0,127}");

  public DeckId {
    if (!PLAIN.matcher(value).matches()) throw new IllegalArgumentException("is not a deck id");
  }

  /** The id that a client sent; empty if it cannot be one. */
  public static Optional<DeckId> parse(String text) {
    return PLAIN.matcher(text).matches() ? Optional.of(new DeckId(text)) : Optional.empty();
  }

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
