package dev.menagerie.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Writes JSON as UTF-8 into an array, without an intermediate tree or text. Written values can be
 * truncated. The caller is responsible for names in objects; commas are added automatically. For
 * one thread.
 */
public final class JsonWriter {
  private static final int FIRST = 512;

  /** Of a number of 64 bits. */
  private static final int MOST_DIGITS = 19;

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

  /** Opens an object. */
  public JsonWriter beginObject() {
    return begin('{');
  }

  /** Closes the innermost object. */
  public JsonWriter endObject() {
    return end('}');
  }

  /** Opens an array. */
  public JsonWriter beginArray() {
    return begin('[');
  }

  /** Closes the innermost array. */
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

  /** Writes a string, escaped and in UTF-8. */
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

  /** Writes a whole number. */
  public JsonWriter number(long value) {
    return value < 0 ? encoded(ascii(Long.toString(value))) : digits(value);
  }

  private JsonWriter digits(long value) {
    separate(MOST_DIGITS);
    int end = size + 1;
    for (long left = value; left > 9; left /= 10) end++;
    size = end;
    long left = value;
    do {
      bytes[--end] = (byte) ('0' + left % 10);
      left /= 10;
    } while (left > 0);
    comma = true;
    return this;
  }

  /** NaN and the infinities, which JSON does not have, are written as strings. */
  public JsonWriter number(double value) {
    return Double.isFinite(value)
        ? encoded(ascii(Double.toString(value)))
        : string(Double.toString(value));
  }

  /** Writes {@code true} or {@code false}. */
  public JsonWriter bool(boolean value) {
    return encoded(value ? TRUE : FALSE);
  }

  /** Writes {@code null}. */
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

  /** Truncates to an earlier length, between two values of an array. */
  public void truncate(int earlier) {
    size = earlier;
    comma = earlier > 0 && bytes[earlier - 1] != '[';
  }

  /** The bytes written so far, in UTF-8; a copy. */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  /** The same as text. */
  public String toText() {
    return new String(bytes, 0, size, StandardCharsets.UTF_8);
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
