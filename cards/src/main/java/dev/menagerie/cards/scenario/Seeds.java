package dev.menagerie.cards.scenario;

import dev.menagerie.rules.game.ChanceFormat;
import dev.menagerie.rules.game.Seed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return Seed.of(digest.digest(text.getBytes(StandardCharsets.UTF_8)), ChanceFormat.HASH);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
