package dev.menagerie.rules.state;

import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.hash.Digests;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * One number for a whole state: two states with the same digest are the same. May be asked by any
 * thread.
 */
public final class StateDigest {
  /** A server's presets and the variations its games are played by; past them nothing is gained. */
  private static final int MAX_RULES = 64;

  /**
   * The encoded rules, because encoding takes longer than hashing. The map is replaced and never
   * changed: if two threads add at once, one entry is lost and added again later.
   */
  private static volatile Map<RulesConfig, byte[]> known = Map.of();

  private StateDigest() {}

  /**
   * SHA-256 in hexadecimal over everything in the state and the definitions of its own cards; other
   * cards of the catalog do not change it.
   */
  public static String of(GameState state) {
    SnapshotWriter writer = SnapshotWriter.of(state.table());
    MessageDigest digest = Digests.sha256();
    update(digest, state.table().cards().digest());
    update(digest, written(state.rules()));
    update(digest, state.seedCommitment());
    int[] numbers = writer.numbers();
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * numbers.length);
    bytes.asIntBuffer().put(numbers);
    digest.update(bytes.array());
    for (String word : writer.words()) {
      update(digest, word);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static byte[] written(RulesConfig rules) {
    byte[] text = known.get(rules);
    if (text != null) return text;
    text = rules.toString().getBytes(StandardCharsets.UTF_8);
    if (known.size() < MAX_RULES) {
      Map<RulesConfig, byte[]> more = new HashMap<>(known);
      more.put(rules, text);
      known = more;
    }
    return text;
  }

  private static void update(MessageDigest digest, String text) {
    update(digest, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void update(MessageDigest digest, byte[] bytes) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
  }
}
