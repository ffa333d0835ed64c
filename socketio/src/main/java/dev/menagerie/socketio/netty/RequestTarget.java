package dev.menagerie.socketio.netty;

import dev.menagerie.socketio.engineio.Utf8;
import dev.menagerie.socketio.http.Query;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The target of a request line (RFC 9112, section 3.2): origin-form, absolute-form, or {@code *}.
 *
 * @param authority the host of an absolute-form target, which replaces {@code Host}
 * @param path as sent, not percent-decoded
 */
record RequestTarget(Optional<String> authority, String path, Query query) {
  /** No honest request has more query parameters. */
  private static final int MAX_PARAMETERS = 64;

  /** Reads a target strictly; empty if it is malformed. */
  static Optional<RequestTarget> parse(String method, String target) {
    if (target.equals("*")) {
      return method.equals("OPTIONS")
          ? Optional.of(new RequestTarget(Optional.empty(), "*", Query.none()))
          : Optional.empty();
    }
    if (target.startsWith("/")) {
      return of(Optional.empty(), target);
    }
    int start = absoluteStart(target);
    if (start == 0) {
      return Optional.empty(); // authority-form is for CONNECT, and we are no proxy
    }
    int end = start;
    while (end < target.length() && target.charAt(end) != '/' && target.charAt(end) != '?') {
      end++;
    }
    String authority = target.substring(start, end);
    if (authority.isEmpty() || authority.indexOf('@') >= 0) {
      return Optional.empty();
    }
    String rest = target.substring(end);
    return of(Optional.of(authority), rest.startsWith("/") ? rest : "/" + rest);
  }

  /** Where the authority of an absolute-form target starts; 0 if it is none. */
  private static int absoluteStart(String target) {
    if (target.regionMatches(true, 0, "http://", 0, 7)) {
      return 7;
    }
    return target.regionMatches(true, 0, "https://", 0, 8) ? 8 : 0;
  }

  private static Optional<RequestTarget> of(Optional<String> authority, String pathAndQuery) {
    if (pathAndQuery.indexOf('#') >= 0 || !isWellEncoded(pathAndQuery)) {
      return Optional.empty();
    }
    int end = pathAndQuery.indexOf('?');
    return Optional.of(
        end < 0
            ? new RequestTarget(authority, pathAndQuery, Query.none())
            : new RequestTarget(authority, pathAndQuery.substring(0, end), query(pathAndQuery)));
  }

  private static Query query(String pathAndQuery) {
    return new Query(
        new QueryStringDecoder(pathAndQuery, StandardCharsets.UTF_8, true, MAX_PARAMETERS)
            .parameters());
  }

  /** Whether every {@code %} starts an escape, and all escapes together are UTF-8. */
  private static boolean isWellEncoded(String text) {
    if (text.indexOf('%') < 0) {
      return true;
    }
    var bytes = new ByteArrayOutputStream(text.length());
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c != '%') {
        bytes.write(c < 0x80 ? c : '?');
        continue;
      }
      if (at + 2 >= text.length()) {
        return false;
      }
      int high = Character.digit(text.charAt(at + 1), 16);
      int low = Character.digit(text.charAt(at + 2), 16);
      if (high < 0 || low < 0) {
        return false;
      }
      bytes.write(high << 4 | low);
      at += 2;
    }
    return Utf8.isValid(bytes.toByteArray());
  }
}
