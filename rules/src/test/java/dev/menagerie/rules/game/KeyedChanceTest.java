package dev.menagerie.rules.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Anyone who knows the seed can compute the chance, as docs/proof.md describes. */
class KeyedChanceTest {
  /**
   * SHA-256 over bytes 0 to 31, "chance", and the numbers 0, 3, 0 in eight bytes each, from another
   * implementation.
   */
  private static final String BLOCK =
      "a3d4e2ae0cd4833c480408fa18b3342fb5a6e7e26cce05be65c9e7f04102f01c";

  private static Seed seed() {
    ByteBuffer bytes = ByteBuffer.allocate(Seed.BYTES);
    for (byte value = 0; value < Seed.BYTES; value++) {
      bytes.put(value);
    }
    return Seed.of(bytes.array(), ChanceFormat.HASH);
  }

  /** HMAC-SHA256 with the same seed as its key over the same message, by another implementation. */
  private static final String KEYED_BLOCK =
      "9e00cc9b521a90bbab6fad8c7fd2ca8e6fb3f875c0fe1924b9d85eb77b734069";

  @Test
  void newGamesUseAKeyedHash() {
    Seed current = Seed.ofHex(seed().hex());
    assertThat(HexFormat.of().formatHex(current.derive("chance", 0, 3, 0))).isEqualTo(KEYED_BLOCK);
    assertThat(current.commitment()).isEqualTo(seed().commitment());
  }

  @Test
  void aReplaySaysByItsEngineHowItsChanceWasMade() {
    assertThat(ChanceFormat.ofEngine("0.1.0")).isEqualTo(ChanceFormat.HASH);
    assertThat(ChanceFormat.ofEngine(ChanceFormat.mark("0.1.0"))).isEqualTo(ChanceFormat.CURRENT);
    assertThatThrownBy(() -> ChanceFormat.ofEngine("9.0.0+chance.9"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void numbersAreTheWordsOfTheHash() {
    Chance chance = Chance.keyed(seed(), 0, 3);
    List<Integer> words = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      words.add(chance.below(1 << 16));
    }
    List<Integer> hashed = new ArrayList<>();
    for (int i = 0; i < BLOCK.length(); i += 4) {
      hashed.add(Integer.parseInt(BLOCK.substring(i, i + 4), 16));
    }
    assertThat(words).isEqualTo(hashed);
    assertThat(chance.below(1 << 16))
        .as("the next block")
        .isEqualTo(ByteBuffer.wrap(seed().derive("chance", 0, 3, 1)).getShort() & 0xffff);
  }

  @Test
  void aCoinIsTheLastBitOfAWord() {
    Chance coins = Chance.keyed(seed(), 0, 3);
    Chance words = Chance.keyed(seed(), 0, 3);
    for (int i = 0; i < 40; i++) {
      assertThat(coins.flip()).isEqualTo(words.below(1 << 16) % 2 == 1);
    }
  }

  /** Of three numbers the greatest word would make 0 likelier: it is thrown away. */
  @Test
  void noNumberIsLikelierThanAnother() {
    int bound = 40_000;
    Chance chance = Chance.keyed(seed(), 0, 3);
    Chance words = Chance.keyed(seed(), 0, 3);
    for (int i = 0; i < 50; i++) {
      int word = words.below(1 << 16);
      while (word >= bound) {
        word = words.below(1 << 16);
      }
      assertThat(chance.below(bound)).isEqualTo(word);
    }
  }

  @Test
  void aBoundIsAWordAtMost() {
    Chance chance = Chance.keyed(seed(), 0, 1);
    assertThat(chance.below(1)).isZero();
    assertThatThrownBy(() -> chance.below(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> chance.below((1 << 16) + 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
