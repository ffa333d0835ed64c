package dev.menagerie.server.play;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which trace, and which span of it, something belongs to (W3C Trace Context, level 1). Random
 * numbers alone: it says nothing about a game or a user.
 *
 * @param value a traceparent of version 00: {@code 00-<32 hex digits>-<16 hex digits>-<2 hex
 *     digits>}
 */
public record TraceContext(String value) {
  /** The characters of a traceparent. */
  public static final int LENGTH = 55;

  private static final int TRACE = 3;
  private static final int SPAN = 36;
  private static final int FLAGS = 53;

  /** All zeros are not an id (section 3.2.2). */
  private static final Pattern FORM =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  /**
   * @throws IllegalArgumentException if it is not of the form
   */
  public TraceContext {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("is not a traceparent of version 00");
    }
  }

  /** What a client sent; empty if it is not of the form, as the specification asks. */
  public static Optional<TraceContext> read(String text) {
    return text.length() == LENGTH && FORM.matcher(text).matches()
        ? Optional.of(new TraceContext(text))
        : Optional.empty();
  }

  /** The id of the trace, 32 hex digits. */
  public String trace() {
    return value.substring(TRACE, SPAN - 1);
  }

  /** The id of the span, 16 hex digits. */
  public String span() {
    return value.substring(SPAN, FLAGS - 1);
  }
}
