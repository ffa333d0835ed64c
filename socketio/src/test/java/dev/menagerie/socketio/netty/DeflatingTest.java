package dev.menagerie.socketio.netty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.socketio.engineio.EncodedPacket;
import dev.menagerie.socketio.http.Headers;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compressed messages inflate to the original, message after message. */
class DeflatingTest {
  private static final byte[] TAIL = {0, 0, (byte) 0xFF, (byte) 0xFF};

  private final MultiThreadIoEventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final LoopExecutor executor = new LoopExecutor(group.next());

  @AfterEach
  void stop() {
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  private FrameDeflater deflating(Compression how, String offer) {
    var agreement = DeflateAgreement.of(Headers.of(DeflateAgreement.HEADER, offer)).orElseThrow();
    return new FrameDeflater(executor, how, agreement);
  }

  @ParameterizedTest
  @CsvSource({
    "0,32768,''",
    "8192,32768,''",
    "32768,32768,''",
    "8192,32768,; server_no_context_takeover",
    "8192,32768,; server_max_window_bits=15",
    "8192,4096,; server_max_window_bits=12",
    "1000,512,; server_max_window_bits=9",
    "8192,256,; server_max_window_bits=8",
    "8192,1024,; server_max_window_bits=10; server_no_context_takeover",
  })
  void everyMessageReadsBackWithinTheWindow(int historyBytes, int window, String asked)
      throws DataFormatException {
    long seed = Long.getLong("seed", new Random().nextLong());
    var random = new Random(seed);
    var deflating =
        deflating(
            new Compression(1 + random.nextInt(9), historyBytes, 100),
            "permessage-deflate" + asked);
    var client =
        new Client(window, asked.contains("bits") && window < 32_768, asked.contains("takeover"));
    for (int i = 0; i < 400; i++) {
      var frame = EncodedPacket.message(message(random));
      if (random.nextInt(5) == 0) {
        frame = frame.forMany();
      }
      var out = Unpooled.buffer();
      deflating.write(out, frame);
      byte[] wire = ByteBufUtil.getBytes(out);

      assertThat(wire.length).as("seed %d", seed).isLessThanOrEqualTo(frame.size());
      assertThat(client.read(wire))
          .as("seed %d, message %d", seed, i)
          .isEqualTo(
              Arrays.copyOfRange(
                  frame.webSocketBytes(), frame.payloadStart(), frame.webSocketBytes().length));
    }
  }

  @Test
  void anAnnouncedPresenceIsNotAnnouncedAgain() {
    var deflating = deflating(Compression.standard(), "permessage-deflate");
    byte[] message = new byte[400];
    new Random(7).nextBytes(message);

    assertThat(written(deflating, EncodedPacket.binary(message))).isEqualTo(404);
    byte[] letters = ascii("a card that nobody has seen before; a creature of 70 hit points");
    assertThat(written(deflating, EncodedPacket.binary(letters))).isBetween(40, 65);
    assertThat(written(deflating, EncodedPacket.binary(letters))).isLessThan(12);
  }

  @Test
  void aFrameForManyIsTheSameForAll() {
    var first = deflating(Compression.standard(), "permessage-deflate");
    var second = deflating(Compression.standard(), "permessage-deflate");
    written(
        first,
        EncodedPacket.binary(ascii("something that only one of them knows of, and nobody else")));
    var shared = EncodedPacket.binary(new byte[5_000]).forMany();
    var one = Unpooled.buffer();
    var other = Unpooled.buffer();
    first.write(one, shared);
    second.write(other, shared);

    assertThat(ByteBufUtil.getBytes(one))
        .isEqualTo(ByteBufUtil.getBytes(other))
        .hasSizeLessThan(40);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 31, 65_536, 100_000})
  void veryShortAndVeryLongMessagesGoAsTheyAre(int length) {
    var frame = EncodedPacket.binary(new byte[length]);
    int written = written(deflating(Compression.standard(), "permessage-deflate"), frame);
    if (length < 32 || length > 65_536) {
      assertThat(written).isEqualTo(frame.size());
    } else {
      assertThat(written).isLessThan(200);
    }
  }

  private static int written(FrameDeflater deflating, EncodedPacket frame) {
    var out = Unpooled.buffer();
    deflating.write(out, frame);
    return out.readableBytes();
  }

  /** Often something that was said before, sometimes noise, and sometimes the same noise again. */
  private static byte[] message(Random random) {
    if (random.nextInt(6) == 0) {
      byte[] noise = new byte[150];
      new Random(random.nextInt(4)).nextBytes(noise);
      return noise;
    }
    var out = new ByteArrayOutputStream();
    int words = random.nextInt(random.nextInt(10) == 0 ? 4_000 : 60);
    for (int i = 0; i < words; i++) {
      out.writeBytes(ascii(Integer.toString(random.nextInt(300), 7).repeat(2)));
    }
    return out.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** A client with that window, which contains exactly the earlier messages. */
  private static final class Client {
    private final int window;
    private final boolean narrow;
    private final boolean forgets;
    private byte[] told = {};

    Client(int window, boolean narrow, boolean forgets) {
      this.window = window;
      this.narrow = narrow;
      this.forgets = forgets;
    }

    byte[] read(byte[] wire) throws DataFormatException {
      int length = wire[1] & 0x7F;
      int start = length == 127 ? 10 : length == 126 ? 4 : 2;
      byte[] payload = Arrays.copyOfRange(wire, start, wire.length);
      if ((wire[0] & 0x40) == 0) {
        return payload;
      }
      byte[] message = inflated(payload, told, 1 << 20);
      if (narrow) {
        assertThat(message.length)
            .as("or it might refer too far back in itself")
            .isLessThanOrEqualTo(window);
      }
      // A reference as far back as the window, and no farther, at the message's last byte, too.
      int reach = forgets ? 0 : narrow ? window - message.length : window;
      byte[] within = Arrays.copyOfRange(told, Math.max(0, told.length - reach), told.length);
      assertThat(inflated(payload, within, message.length)).isEqualTo(message);
      var all = new ByteArrayOutputStream();
      all.writeBytes(told);
      all.writeBytes(message);
      byte[] every = all.toByteArray();
      told = Arrays.copyOfRange(every, Math.max(0, every.length - 32_768), every.length);
      return message;
    }

    private static byte[] inflated(byte[] payload, byte[] dictionary, int most)
        throws DataFormatException {
      var inflater = new Inflater(true);
      try {
        if (dictionary.length > 0) {
          inflater.setDictionary(dictionary);
        }
        var input = new ByteArrayOutputStream();
        input.writeBytes(payload);
        input.writeBytes(TAIL);
        inflater.setInput(input.toByteArray());
        byte[] out = new byte[most];
        return Arrays.copyOf(out, inflater.inflate(out));
      } finally {
        inflater.end();
      }
    }
  }
}
