package dev.menagerie.server.chat;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * What a player writes: one line of printable characters. The constructor normalizes to NFC and
 * makes single spaces of other white space; it refuses characters that are invisible or change the
 * reading direction, and heaps of marks that cover other lines.
 */
public record ChatText(String value) {
  /** In code points: a sentence or two. */
  public static final int MAX_LENGTH = 200;

  /** In UTF-16 units, before anything is looked at: normalizing and matching cost by length. */
  private static final int MAX_UNITS = 4 * MAX_LENGTH;

  private static final Pattern SPACES = Pattern.compile("\\s+");

  /** The joiner U+200D is part of many pictographs. */
  private static final Pattern FORM =
      Pattern.compile("(?:[\\p{L}\\p{N}\\p{P}\\p{S}\\x{200D}]\\p{M}{0,3}| )+");

  public ChatText {
    if (value.length() > MAX_UNITS) throw tooLong();
    value =
        Normalizer.normalize(SPACES.matcher(value).replaceAll(" ").strip(), Normalizer.Form.NFC);
    if (value.codePointCount(0, value.length()) > MAX_LENGTH) throw tooLong();
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("must be a line of printable characters");
    }
  }

  private static IllegalArgumentException tooLong() {
    return new IllegalArgumentException("must have at most " + MAX_LENGTH + " characters");
  }
}
