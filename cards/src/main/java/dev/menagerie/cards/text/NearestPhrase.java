package dev.menagerie.cards.text;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that are most like one that does not exist. */
public final class NearestPhrase {
  private NearestPhrase() {}

  /**
   * The known names that are most like the given one.
   *
   * @param most how many at most; those that are not alike at all are left out
   */
  public static List<String> to(String given, Collection<String> known, int most) {
    String plain = plain(given);
    int far = Math.max(2, plain.length() / 2);
    return known.stream()
        .filter(name -> distance(plain(name), plain) <= far)
        .sorted(Comparator.comparingInt(name -> distance(plain(name), plain)))
        .limit(most)
        .toList();
  }

  /** The text without accents, apostrophes and capitals, as people type it. */
  public static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("[\\p{M}'’`´]", "")
        .toLowerCase(Locale.ROOT)
        .strip()
        .replaceAll("\\s+", " ");
  }

  /** How many letters must be changed, added or taken away (Levenshtein). */
  static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int above = row[j];
        int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[other.length()];
  }
}
