package dev.menagerie.rules.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** One number for a whole state: two states with the same digest are the same. */
public final class StateDigest {
  private StateDigest() {}

  /**
   * SHA-256 in hexadecimal over everything in the state, its cards included; of other cards that
   * are known beside them nothing is in it.
   */
  public static String of(GameState state) {
    SnapshotWriter writer = SnapshotWriter.of(state.table());
    MessageDigest digest = sha256();
    update(digest, state.table().cards().digest());
    update(digest, state.rules().toString());
    update(digest, state.seedCommitment());
    int[] numbers = writer.numbers();
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * numbers.length);
    for (int number : numbers) {
      bytes.putInt(number);
    }
    digest.update(bytes.array());
    for (String word : writer.words()) {
      update(digest, word);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
