package dev.menagerie.socketio.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The check agrees with the platform's strict decoder. */
class Utf8Test {
  @Test
  void everyPairOfBytesIsJudgedAsThePlatformDoes() {
    for (int pair = 0; pair < 0x10000; pair++) {
      agrees(new byte[] {(byte) (pair >>> 8), (byte) pair});
    }
  }

  @Test
  void longerTextIsJudgedAsThePlatformDoes() {
    long seed = Long.getLong("seed", new Random().nextLong());
    var random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder();
      for (int length = random.nextInt(30); length > 0; length--) {
        text.appendCodePoint(
            switch (random.nextInt(4)) {
              case 0 -> 0x80 + random.nextInt(0x700);
              case 1 -> 0x800 + random.nextInt(0xD000);
              case 2 -> 0x10000 + random.nextInt(0x100000);
              default -> random.nextInt(0x80);
            });
      }
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      if (bytes.length > 0 && random.nextBoolean()) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      agrees(bytes);
    }
  }

  private static void agrees(byte[] bytes) {
    boolean valid;
    try {
      var _ = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      valid = true;
    } catch (CharacterCodingException malformed) {
      valid = false;
    }
    if (Utf8.isValid(bytes) != valid) {
      assertThat(Utf8.isValid(bytes)).as(HexFormat.of().formatHex(bytes)).isEqualTo(valid);
    }
  }
}
