package dev.menagerie.server.game;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts may be ids. */
final class PlainNamesTest {
  @ParameterizedTest
  @ValueSource(strings = {"a", "Z", "0", "g4_A-9", "auth0|64f.a:b@c", "zz--"})
  void lettersDigitsAndSignsThatNeedNoQuoting(String text) {
    assertTrue(PlainNames.isPlain(text));
  }

  /** Also letters and digits of other scripts, as an id is text in keys, paths and logs. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "-a", "_", ".", "a b", "a/b", "a\n", "a\u0000", "é", "a٣", "a\u212a", "a😀", "a{b}"
      })
  void everythingElseIsNone(String text) {
    assertFalse(PlainNames.isPlain(text));
  }

  @Test
  void lengthIsBounded() {
    assertTrue(PlainNames.isPlain("a".repeat(PlainNames.MAX_LENGTH)));
    assertFalse(PlainNames.isPlain("a".repeat(PlainNames.MAX_LENGTH + 1)));
  }

  @Test
  void randomNamesAreOfThem() {
    assertTrue(PlainNames.isPlain(PlainNames.random('g')));
  }
}
