package dev.menagerie.cards.scenario;

import dev.menagerie.codec.Sha256;
import dev.menagerie.rules.game.ChanceFormat;
import dev.menagerie.rules.game.Seed;
import java.util.Optional;

/** Seeds as scenarios write them: 64 hexadecimal digits, or any text. */
final class Seeds {
  private static final String USUAL = "scenario";

  private Seeds() {}

  static Seed of(Optional<String> written) {
    String text = written.orElse(USUAL);
    if (text.matches("[0-9a-fA-F]{64}")) {
      return Seed.ofHex(text, ChanceFormat.HASH);
    }
    return Seed.of(Sha256.of(text), ChanceFormat.HASH);
  }
}
