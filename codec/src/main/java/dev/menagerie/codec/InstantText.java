package dev.menagerie.codec;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** RFC 3339 in UTC with milliseconds: every message has one, and a formatter takes its time. */
final class InstantText {
  private static final DateTimeFormatter ANY_YEAR =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final byte[] SHAPE =
      "0000-00-00T00:00:00.000Z".getBytes(StandardCharsets.US_ASCII);

  private static final int NANOS_PER_MILLI = 1_000_000;

  private InstantText() {}

  static String of(Instant instant) {
    var time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC);
    if (time.getYear() < 0 || time.getYear() > 9_999) return ANY_YEAR.format(instant);
    byte[] text = SHAPE.clone();
    digits(text, 0, 4, time.getYear());
    digits(text, 5, 2, time.getMonthValue());
    digits(text, 8, 2, time.getDayOfMonth());
    digits(text, 11, 2, time.getHour());
    digits(text, 14, 2, time.getMinute());
    digits(text, 17, 2, time.getSecond());
    digits(text, 20, 3, instant.getNano() / NANOS_PER_MILLI);
    return new String(text, StandardCharsets.US_ASCII);
  }

  private static void digits(byte[] text, int from, int count, int value) {
    int left = value;
    for (int i = from + count - 1; i >= from; i--) {
      text[i] = (byte) ('0' + left % 10);
      left /= 10;
    }
  }
}
