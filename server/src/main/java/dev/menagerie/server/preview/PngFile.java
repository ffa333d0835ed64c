package dev.menagerie.server.preview;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a picture as PNG, the third edition of the specification (W3C, 2025): true color, no
 * filter.
 */
final class PngFile {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private PngFile() {}

  static byte[] of(Canvas picture) {
    var file = new ByteArrayOutputStream();
    file.writeBytes(SIGNATURE);
    var header = ByteBuffer.allocate(13);
    header.putInt(picture.width()).putInt(picture.height());
    header.put((byte) 8).put((byte) 2); // bits of a color, true color
    chunk(file, "IHDR", header.array());
    chunk(file, "IDAT", compressed(rows(picture)));
    chunk(file, "IEND", new byte[0]);
    return file.toByteArray();
  }

  /** Each row begins with the number of its filter. */
  private static byte[] rows(Canvas picture) {
    int bytes = picture.width() * 3;
    var rows = ByteBuffer.allocate((bytes + 1) * picture.height());
    for (int y = 0; y < picture.height(); y++) {
      rows.put((byte) 0).put(picture.pixels(), y * bytes, bytes);
    }
    return rows.array();
  }

  private static byte[] compressed(byte[] bytes) {
    var out = new ByteArrayOutputStream();
    try (var deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
      deflater.setInput(bytes);
      deflater.finish();
      var part = new byte[8_192];
      while (!deflater.finished()) out.write(part, 0, deflater.deflate(part));
    }
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream file, String type, byte[] content) {
    var named = ByteBuffer.allocate(4 + content.length);
    named.put(type.getBytes(StandardCharsets.US_ASCII)).put(content);
    var sum = new CRC32();
    sum.update(named.array());
    file.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    file.writeBytes(named.array());
    file.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }
}
