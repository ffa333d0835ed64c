package dev.menagerie.server.decks;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** The name that a player gives a deck: one line of visible characters. */
public record DeckName(String value) {
  public static final int MAX_LENGTH = 40;

  /** No control characters, no line ends, nothing that turns the reading direction. */
  private static final Pattern VISIBLE =
      Pattern.compile("[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]+");

  public DeckName {
    if (value.length() > 4 * MAX_LENGTH) throw tooLong();
    value = Normalizer.normalize(value.strip(), Normalizer.Form.NFC);
    if (value.codePointCount(0, value.length()) > MAX_LENGTH) throw tooLong();
    if (!VISIBLE.matcher(value).matches()) {
      throw new IllegalArgumentException("must be one line of visible characters");
    }
  }

  private static IllegalArgumentException tooLong() {
    return new IllegalArgumentException("must have at most " + MAX_LENGTH + " characters");
  }
}
