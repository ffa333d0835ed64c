package dev.menagerie.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Writes JSON as UTF-8 into an array, without a tree or text between. What was written can be taken
 * back. The caller puts names into objects and values where they belong; commas come by themselves.
 * For one thread.
 */
public final class JsonWriter {
  private static final int FIRST = 512;
  private static final byte[] TRUE = ascii("true");
  private static final byte[] FALSE = ascii("false");
  private static final byte[] NULL = ascii("null");

  private byte[] bytes = new byte[FIRST];
  private int size;
  private boolean comma;

  /** A name or a text in quotes, as it is written again and again. */
  static byte[] quoted(String text) {
    var writer = new JsonWriter();
    writer.string(text);
    return writer.toBytes();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  public JsonWriter beginObject() {
    return begin('{');
  }

  public JsonWriter endObject() {
    return end('}');
  }

  public JsonWriter beginArray() {
    return begin('[');
  }

  public JsonWriter endArray() {
    return end(']');
  }

  private JsonWriter begin(char bracket) {
    separate(1);
    bytes[size++] = (byte) bracket;
    comma = false;
    return this;
  }

  private JsonWriter end(char bracket) {
    room(1);
    bytes[size++] = (byte) bracket;
    comma = true;
    return this;
  }

  /** The name of the value that follows. */
  public JsonWriter name(String name) {
    string(name);
    return colon();
  }

  /** The same, in quotes already. */
  JsonWriter quotedName(byte[] name) {
    encoded(name);
    return colon();
  }

  private JsonWriter colon() {
    room(1);
    bytes[size++] = ':';
    comma = false;
    return this;
  }

  /** A value that is encoded already. */
  public JsonWriter encoded(byte[] utf8) {
    separate(utf8.length);
    System.arraycopy(utf8, 0, bytes, size, utf8.length);
    size += utf8.length;
    comma = true;
    return this;
  }

  public JsonWriter string(String text) {
    int length = text.length();
    separate(length + 2);
    bytes[size++] = '"';
    int start = size;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        size = start;
        escaped(text);
        break;
      }
      bytes[size++] = (byte) c;
    }
    room(1);
    bytes[size++] = '"';
    comma = true;
    return this;
  }

  /** Text that is not plain: rare. */
  private void escaped(String text) {
    byte[] utf8 = JsonStringEncoder.getInstance().quoteAsUTF8(text);
    room(utf8.length + 1);
    System.arraycopy(utf8, 0, bytes, size, utf8.length);
    size += utf8.length;
  }

  public JsonWriter number(long value) {
    if (value >= 0 && value < 10) {
      separate(1);
      bytes[size++] = (byte) ('0' + value);
      comma = true;
      return this;
    }
    return encoded(ascii(Long.toString(value)));
  }

  /** Not a number and the infinities, which JSON does not know, are texts. */
  public JsonWriter number(double value) {
    return Double.isFinite(value)
        ? encoded(ascii(Double.toString(value)))
        : string(Double.toString(value));
  }

  public JsonWriter bool(boolean value) {
    return encoded(value ? TRUE : FALSE);
  }

  public JsonWriter nothing() {
    return encoded(NULL);
  }

  /** Any value that {@link Json} writes; null as null. */
  public JsonWriter value(@Nullable Object value) {
    if (value == null) return nothing();
    Json.write(this, value);
    return this;
  }

  /** Bytes written so far. */
  public int size() {
    return size;
  }

  /** Takes back what was written after there were so many bytes, between two values of an array. */
  public void truncate(int earlier) {
    size = earlier;
    comma = earlier > 0 && bytes[earlier - 1] != '[';
  }

  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  private void separate(int more) {
    room(more + 1);
    if (comma) bytes[size++] = ',';
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
