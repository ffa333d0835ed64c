package dev.menagerie.socketio.netty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.socketio.engineio.CloseReason;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Hostile frames: the same is read however the bytes are cut, nothing but a reason ever comes of
 * them, and no message is over the limit.
 */
class FrameFuzzTest {
  private static final int LIMIT = 300;

  @Test
  void aSliceOfHostileStreams() {
    run(Long.getLong("seed", new Random().nextLong()), 20_000);
  }

  @Test
  @Tag("long")
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void aMillionHostileStreams() {
    run(
        Long.getLong("seed", new Random().nextLong()),
        Integer.getInteger("hostile.frames", 1_000_000));
  }

  private static void run(long seed, int streams) {
    var random = new Random(seed);
    for (int i = 0; i < streams; i++) {
      byte[] stream = stream(random);
      assertThat(read(stream, random))
          .as("seed %d: %s", seed, HexFormat.of().formatHex(stream))
          .isEqualTo(read(stream, null));
    }
  }

  private static byte[] stream(Random random) {
    var all = Unpooled.buffer();
    for (int frames = random.nextInt(6); frames >= 0; frames--) {
      int[] opcodes = {
        0x81, 0x82, 0x01, 0x02, 0x00, 0x80, 0xC1, 0xC2, 0x41, 0x89, 0x8A, 0x88, random.nextInt(256)
      };
      byte[] payload = new byte[random.nextInt(random.nextInt(20) == 0 ? 400 : 12)];
      for (int i = 0; i < payload.length; i++) {
        payload[i] =
            (byte) (random.nextInt(8) == 0 ? random.nextInt(256) : 'a' + random.nextInt(26));
      }
      all.writeByte(opcodes[random.nextInt(opcodes.length)]);
      if (payload.length < 126) {
        all.writeByte(0x80 | payload.length);
      } else {
        all.writeByte(0xFE).writeShort(payload.length);
      }
      int mask = random.nextInt();
      all.writeInt(mask);
      for (int i = 0; i < payload.length; i++) {
        all.writeByte(payload[i] ^ (mask >>> (24 - 8 * (i & 3))));
      }
    }
    byte[] bytes = new byte[all.readableBytes()];
    all.readBytes(bytes);
    for (int mutations = random.nextInt(3); mutations > 0; mutations--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  /** The frames read from the stream, cut at random places if a random source is given. */
  private static List<String> read(byte[] stream, @org.jspecify.annotations.Nullable Random cuts) {
    var heard = new Heard();
    var frames = new WebSocketFrames(heard, Optional.of(new LoopDeflater(1)), 1_000);
    ByteBuf unread = Unpooled.buffer();
    int at = 0;
    while (at < stream.length && !heard.over) {
      int length = cuts == null ? stream.length : 1 + cuts.nextInt(7);
      int end = Math.min(stream.length, at + length);
      unread.writeBytes(stream, at, end - at);
      at = end;
      while (!heard.over && frames.read(unread)) {
        // as many as there are
      }
    }
    return heard.all;
  }

  private static final class Heard implements WebSocketFrames.Sink {
    private final List<String> all = new ArrayList<>();
    private boolean over;

    @Override
    public int messageLimit() {
      return LIMIT;
    }

    @Override
    public void text(byte[] message) {
      assertThat(message.length).isLessThanOrEqualTo(LIMIT);
      all.add("text " + HexFormat.of().formatHex(message));
    }

    @Override
    public void binary(byte[] message) {
      assertThat(message.length).isLessThanOrEqualTo(LIMIT);
      all.add("binary " + HexFormat.of().formatHex(message));
    }

    @Override
    public void fragment() {}

    @Override
    public void ping(byte[] payload) {
      all.add("ping " + payload.length);
    }

    @Override
    public void pong() {
      all.add("pong");
    }

    @Override
    public void close(int code) {
      all.add("close " + code);
      over = true;
    }

    @Override
    public void broken(CloseReason reason) {
      all.add("broken " + reason);
      over = true;
    }
  }
}
