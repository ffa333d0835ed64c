package dev.menagerie.server.postgres;

import dev.menagerie.server.archive.InvalidCursor;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Where a page of a list by time begins: behind this row. */
record Cursor(Instant at, String id) {
  /** Behind nothing: the list from its beginning. */
  static final Cursor START = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), "");

  static Cursor read(Optional<String> text) {
    return text.map(Cursor::parse).orElse(START);
  }

  private static Cursor parse(String text) {
    try {
      var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      int space = plain.indexOf(' ');
      if (space < 0 || plain.indexOf('\0') >= 0) throw new InvalidCursor();
      var at = Instant.parse(plain.substring(0, space));
      if (at.isBefore(Instant.EPOCH) || at.isAfter(START.at)) throw new InvalidCursor();
      return new Cursor(at, plain.substring(space + 1));
    } catch (IllegalArgumentException | DateTimeException _) {
      throw new InvalidCursor();
    }
  }

  String text() {
    var plain = at + " " + id;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }
}
