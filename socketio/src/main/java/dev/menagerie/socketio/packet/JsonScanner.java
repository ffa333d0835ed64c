package dev.menagerie.socketio.packet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks JSON (RFC 8259) in place, without building anything: grammar, depth, keys given twice. The
 * bytes are valid UTF-8 already. Whatever it lets pass, the mapper can read later.
 */
final class JsonScanner {
  /** No honest number is longer, and the time to convert one grows faster than its length. */
  private static final int MAX_NUMBER_LENGTH = 100;

  /** Keys are compared one by one up to here, by a set beyond. */
  private static final int FEW_KEYS = 16;

  private final byte[] bytes;
  private final int maxDepth;
  private int at;
  private int depth;

  // The keys of the objects that are open, innermost last: where each starts and ends, quotes left
  // out.
  private int[] keys = new int[32];
  private int keyCount;

  JsonScanner(byte[] bytes, int start, int maxDepth) {
    this.bytes = bytes;
    this.at = start;
    this.maxDepth = maxDepth;
  }

  /** Where the next byte is read. */
  int position() {
    return at;
  }

  /** Skips space and returns the next byte, -1 at the end. */
  int peek() {
    while (at < bytes.length && isSpace(bytes[at])) {
      at++;
    }
    return at < bytes.length ? bytes[at] & 0xFF : -1;
  }

  /** Takes the byte that {@link #peek()} returned. */
  void take() {
    at++;
  }

  /** Opens an array or object. */
  void open() {
    at++;
    if (++depth > maxDepth) {
      throw new InvalidPacket("JSON that is nested too deeply");
    }
  }

  /** Closes an array or object. */
  void close() {
    at++;
    depth--;
  }

  /** Fails unless nothing follows. */
  void end() {
    if (peek() >= 0) {
      throw new InvalidPacket("something after the JSON payload");
    }
  }

  /** Checks one value. */
  void value() {
    switch (peek()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> literal("true");
      case 'f' -> literal("false");
      case 'n' -> literal("null");
      default -> number();
    }
  }

  private void array() {
    open();
    if (peek() != ']') {
      value();
      while (peek() == ',') {
        take();
        value();
      }
    }
    require(']');
    depth--;
  }

  private void object() {
    open();
    int first = keyCount;
    @Nullable Set<String> many = null;
    if (peek() != '}') {
      many = member(first, null);
      while (peek() == ',') {
        take();
        peek();
        many = member(first, many);
      }
    }
    require('}');
    depth--;
    keyCount = first;
  }

  private @Nullable Set<String> member(int first, @Nullable Set<String> many) {
    if (peek() != '"') {
      throw malformed();
    }
    int start = at + 1;
    boolean plain = string();
    Set<String> known = key(start, at - 1, plain, first, many);
    peek();
    require(':');
    value();
    return known;
  }

  /** Notes a key; refuses it if this object has it already. */
  private @Nullable Set<String> key(
      int start, int end, boolean plain, int first, @Nullable Set<String> many) {
    if (many == null && plain && keyCount - first < 2 * FEW_KEYS) {
      for (int i = first; i < keyCount; i += 2) {
        if (Arrays.equals(bytes, keys[i], keys[i + 1], bytes, start, end)) {
          throw new InvalidPacket("a key given twice");
        }
      }
      push(start, end);
      return null;
    }
    Set<String> known = many == null ? decoded(first) : many;
    if (!known.add(text(start, end))) {
      throw new InvalidPacket("a key given twice");
    }
    return known;
  }

  private void push(int start, int end) {
    if (keyCount + 2 > keys.length) {
      keys = Arrays.copyOf(keys, 2 * keys.length);
    }
    keys[keyCount++] = start;
    keys[keyCount++] = end;
  }

  private Set<String> decoded(int first) {
    var known = new HashSet<String>();
    for (int i = first; i < keyCount; i += 2) {
      known.add(text(keys[i], keys[i + 1]));
    }
    return known;
  }

  /** The characters between these quotes. */
  String text(int start, int end) {
    for (int i = start; i < end; i++) {
      if (bytes[i] == '\\') {
        return ArgumentMapper.MAPPER.readValue(bytes, start - 1, end - start + 2, String.class);
      }
    }
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  /** Checks a string; true if it has no escapes. */
  boolean string() {
    boolean plain = true;
    at++;
    while (at < bytes.length) {
      byte b = bytes[at++];
      if (b == '"') {
        return plain;
      }
      if (b == '\\') {
        plain = false;
        escape();
      } else if (b >= 0 && b < 0x20) {
        throw malformed();
      }
    }
    throw malformed();
  }

  private void escape() {
    int escaped = at < bytes.length ? bytes[at++] : -1;
    switch (escaped) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> {}
      case 'u' -> {
        for (int i = 0; i < 4; i++, at++) {
          if (at >= bytes.length || Character.digit(bytes[at], 16) < 0) {
            throw malformed();
          }
        }
      }
      default -> throw malformed();
    }
  }

  private void literal(String expected) {
    for (int i = 0; i < expected.length(); i++, at++) {
      if (at >= bytes.length || bytes[at] != expected.charAt(i)) {
        throw malformed();
      }
    }
  }

  /** Checks a number. */
  void number() {
    int start = at;
    if (isNext('-')) {
      at++;
    }
    if (isNext('0')) {
      at++;
    } else {
      digits();
    }
    if (isNext('.')) {
      at++;
      digits();
    }
    if (isNext('e') || isNext('E')) {
      at++;
      if (isNext('+') || isNext('-')) {
        at++;
      }
      digits();
    }
    if (at - start > MAX_NUMBER_LENGTH) {
      throw new InvalidPacket("a number that is too long");
    }
  }

  private void digits() {
    int start = at;
    while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    if (at == start) {
      throw malformed();
    }
  }

  private boolean isNext(char expected) {
    return at < bytes.length && bytes[at] == expected;
  }

  private void require(char expected) {
    if (!isNext(expected)) {
      throw malformed();
    }
    at++;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  private static InvalidPacket malformed() {
    return new InvalidPacket("malformed JSON");
  }
}
