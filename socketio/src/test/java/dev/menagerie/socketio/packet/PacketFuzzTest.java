package dev.menagerie.socketio.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Hostile packets by mutation and by grammar: the parser takes them or says {@link InvalidPacket},
 * nothing else, and agrees with a strict JSON parser on which are which.
 */
class PacketFuzzTest {
  private static final int DEPTH = 16;
  private static final JsonPolicy POLICY = new JsonPolicy(DEPTH);
  private static final JsonFactory STRICT =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(DEPTH).maxNumberLength(100).build())
          .build();

  private static final String[] SEEDS = {
    "2[\"message\",1,\"2\",{\"3\":[true]}]",
    "2/custom,456[\"ack\",{\"a\":{\"b\":[null,-1.5e+3,\"\\u20ac\\n\"]}}]",
    "0/custom,{\"token\":\"abc\",\"n\":[{},[],\"\"]}",
    "52-/a,7[\"x\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]",
    "61-3[{\"_placeholder\":true,\"num\":0}]",
    "31[{\"k1\":1,\"k2\":2,\"k3\":3,\"k4\":4}]",
    "1/custom",
    "2[5,\"\u00e9\u4e2d\ud83d\ude00\"]"
  };

  private static final String[] PIECES = {
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "\"",
    "\"a\"",
    "\"b\"",
    "\"\\u0061\"",
    "\\",
    "0",
    "1",
    "-",
    "-0.5e7",
    "01",
    "1.",
    "true",
    "false",
    "null",
    "nul",
    " ",
    "\n",
    "\t",
    "\u0001",
    "\u20ac",
    "/x,",
    "2",
    "5",
    "1-",
    "9007199254740992",
    "[[[[[[[[[",
    "\"_placeholder\":true",
    "\"num\":0",
    "NaN",
    "'a'",
    "//",
    "\"\\ud800\"",
    "\"\\x\"",
    "1e400"
  };

  @Test
  void aSliceOfHostilePackets() {
    run(Long.getLong("seed", new Random().nextLong()), 30_000);
  }

  @Test
  @Tag("long")
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void aMillionHostilePackets() {
    run(
        Long.getLong("seed", new Random().nextLong()),
        Integer.getInteger("hostile.packets", 1_000_000));
  }

  private static void run(long seed, int packets) {
    var random = new Random(seed);
    for (int i = 0; i < packets; i++) {
      String packet = random.nextBoolean() ? mutated(random) : composed(random);
      byte[] bytes = packet.getBytes(StandardCharsets.UTF_8);
      @Nullable Boolean taken = takes(bytes, seed, packet);
      if (taken != null && packet.matches("2\\d{0,9}\\[.*")) {
        String json = packet.substring(packet.indexOf('['));
        if (startsWithFreeName(json)) {
          assertThat(taken).as("seed %d: %s", seed, packet).isEqualTo(isStrictJson(json));
        }
      }
    }
  }

  /**
   * Whether the parser takes the packet; null if it waits for attachments, which it is then given.
   */
  private static @Nullable Boolean takes(byte[] bytes, long seed, String packet) {
    var parser = new PacketParser(POLICY, 4, 1_000_000);
    try {
      Packet parsed = parser.text(bytes, 0);
      for (int i = 0; parsed == null && i < 4; i++) {
        parsed = parser.binary(new byte[] {1});
      }
      if (parsed instanceof Packet.Event event) {
        for (int i = 0; i < event.arguments().size(); i++) {
          assertThat(event.arguments().json(i)).isNotNull();
        }
      }
      return isBinary(packet) ? null : Boolean.TRUE;
    } catch (InvalidPacket refused) {
      return isBinary(packet) ? null : Boolean.FALSE;
    } catch (RuntimeException surprise) {
      throw new AssertionError("seed " + seed + ": " + packet, surprise);
    }
  }

  private static boolean isBinary(String packet) {
    return packet.startsWith("5") || packet.startsWith("6");
  }

  private static boolean startsWithFreeName(String json) {
    String name = json.substring(1).stripLeading();
    return !name.isEmpty()
        && (name.charAt(0) == '"' || name.charAt(0) == '-' || Character.isDigit(name.charAt(0)));
  }

  private static boolean isStrictJson(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    try (JsonParser parser = STRICT.createParser(ObjectReadContext.empty(), bytes)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        return false;
      }
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isNumeric()) {
          var _ = parser.getNumberValue();
        }
        var _ = parser.getString();
        if (token == JsonToken.END_ARRAY && parser.streamReadContext().inRoot()) {
          return parser.nextToken() == null;
        }
      }
      return false;
    } catch (JacksonException malformed) {
      return false;
    }
  }

  private static String mutated(Random random) {
    var packet = new StringBuilder(SEEDS[random.nextInt(SEEDS.length)]);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(packet.length());
      switch (random.nextInt(4)) {
        case 0 -> packet.deleteCharAt(at);
        case 1 -> packet.insert(at, PIECES[random.nextInt(PIECES.length)]);
        case 2 -> packet.setCharAt(at, (char) random.nextInt(128));
        default -> packet.insert(at, packet.substring(random.nextInt(at + 1), at));
      }
      if (packet.isEmpty()) {
        packet.append('2');
      }
    }
    return packet.toString();
  }

  private static String composed(Random random) {
    var packet = new StringBuilder("2[\"a\"");
    for (int i = random.nextInt(12); i >= 0; i--) {
      packet.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return packet.append(random.nextBoolean() ? "]" : "").toString();
  }
}
