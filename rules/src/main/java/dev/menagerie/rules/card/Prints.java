package dev.menagerie.rules.card;

import dev.menagerie.rules.hash.Digests;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Hashes of texts: two with the same one say the same. */
final class Prints {
  /** 32 bits: a change shows; a card made to have the print of another harms its maker alone. */
  private static final int SHORT = 4;

  private Prints() {}

  /** Short enough to be kept for every card of every game. */
  static String of(String text) {
    return HexFormat.of().formatHex(sha256(text), 0, SHORT);
  }

  static String whole(String text) {
    return HexFormat.of().formatHex(sha256(text));
  }

  private static byte[] sha256(String text) {
    return Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
  }
}
