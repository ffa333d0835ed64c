package dev.menagerie.server.auth;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name that other players see: letters and digits of one script, with single separators, or a
 * dot and a space, between them. The constructor normalizes to NFC and refuses characters that are
 * invisible, that change the reading direction, or that Unicode does not recommend for identifiers
 * (UTS #39).
 */
public record PlayerName(String value) {
  /** In code points: short enough for a scoreboard, long enough for a person. */
  public static final int MAX_LENGTH = 24;

  private static final int MIN_LENGTH = 2;

  /** In UTF-16 units, before anything is looked at: normalizing and matching cost by length. */
  private static final int MAX_UNITS = 4 * MAX_LENGTH;

  /** At most three marks on a letter: what Hebrew, Thai and Vietnamese need. */
  private static final Pattern FORM =
      Pattern.compile("[\\p{L}\\p{Nd}]\\p{M}{0,3}(?:(?:\\. |[ ._'-])?[\\p{L}\\p{Nd}]\\p{M}{0,3})*");

  public PlayerName {
    if (value.length() > MAX_UNITS) throw tooLong();
    value = Normalizer.normalize(value.strip(), Normalizer.Form.NFC);
    int length = value.codePointCount(0, value.length());
    if (length > MAX_LENGTH) throw tooLong();
    if (length < MIN_LENGTH) {
      throw new IllegalArgumentException("must have at least " + MIN_LENGTH + " characters");
    }
    if (!FORM.matcher(value).matches() || !NameProfile.allows(value)) {
      throw new IllegalArgumentException(
          "must be letters and digits of one script, with single spaces, dots, dashes, apostrophes"
              + " or underscores between them");
    }
  }

  private static IllegalArgumentException tooLong() {
    return new IllegalArgumentException("must have at most " + MAX_LENGTH + " characters");
  }

  /** The name as sign-in compares it: without case and without variants of a letter. */
  public String key() {
    return keyed(value);
  }

  /**
   * The key of any text, whether or not it would be accepted as a new name: names that were
   * accepted once still sign in. Empty for a text longer than any name.
   */
  public static Optional<String> keyOf(String text) {
    return text.length() > MAX_UNITS
        ? Optional.empty()
        : Optional.of(keyed(Normalizer.normalize(text.strip(), Normalizer.Form.NFC)));
  }

  private static String keyed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  /**
   * The visual forms of the name, as written and in lower case. Two names that share one look
   * alike.
   */
  public Set<String> skeletons() {
    return NameProfile.skeletons(value);
  }
}
