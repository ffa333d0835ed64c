package dev.menagerie.server.auth;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What others call a player: letters and digits of any script, and a few signs between them. */
public record PlayerName(String value) {
  /** Short enough for a scoreboard, long enough for a person. */
  public static final int MAX_LENGTH = 24;

  private static final int MIN_LENGTH = 2;

  /** Nothing invisible, nothing that turns the reading direction, no two signs in a row. */
  private static final Pattern ALLOWED =
      Pattern.compile("[\\p{L}\\p{Nd}]\\p{M}*(?:[ ._'-]?[\\p{L}\\p{Nd}]\\p{M}{0,3})*");

  public PlayerName {
    // Bounded before it is looked at: normal forms and patterns cost by length.
    if (value.length() > 4 * MAX_LENGTH) throw tooLong();
    value = Normalizer.normalize(value.strip(), Normalizer.Form.NFC);
    int length = value.codePointCount(0, value.length());
    if (length > MAX_LENGTH) throw tooLong();
    if (length < MIN_LENGTH) {
      throw new IllegalArgumentException("must have at least " + MIN_LENGTH + " characters");
    }
    if (!ALLOWED.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "must be letters and digits, with single spaces, dots, dashes, apostrophes or underscores"
              + " between them");
    }
  }

  private static IllegalArgumentException tooLong() {
    return new IllegalArgumentException("must have at most " + MAX_LENGTH + " characters");
  }

  /** The name as names are compared: without case and without variants of a letter. */
  public String key() {
    return Normalizer.normalize(value, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
