package dev.menagerie.server.auth;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.UnicodeSet;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Unicode's data about names (UTS #39, by ICU4J): the characters that identifiers may have, and
 * texts that look alike. Thread safe.
 */
public final class NameProfile {
  private static final SpoofChecker CHECKER =
      new SpoofChecker.Builder()
          .setChecks(
              SpoofChecker.RESTRICTION_LEVEL
                  | SpoofChecker.INVISIBLE
                  | SpoofChecker.CHAR_LIMIT
                  | SpoofChecker.MIXED_NUMBERS
                  | SpoofChecker.HIDDEN_OVERLAY)
          .setRestrictionLevel(SpoofChecker.RestrictionLevel.HIGHLY_RESTRICTIVE)
          .setAllowedChars(
              new UnicodeSet(SpoofChecker.RECOMMENDED)
                  .addAll(SpoofChecker.INCLUSION)
                  .add(' ')
                  .add('_')
                  .freeze())
          .build();

  private NameProfile() {}

  /** Whether all of the text is of the general security profile and of scripts that go together. */
  static boolean allows(String text) {
    return !CHECKER.failsChecks(text);
  }

  /**
   * The confusable skeletons of a text as written and in lower case: "АDMIN" with a Cyrillic А has
   * one in common with "admin".
   */
  public static Set<String> skeletons(String text) {
    var folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return Set.copyOf(List.of(CHECKER.getSkeleton(text), CHECKER.getSkeleton(folded)));
  }

  /** The version of Unicode that skeletons were computed with; another may give others. */
  public static String version() {
    return UCharacter.getUnicodeVersion().toString();
  }
}
