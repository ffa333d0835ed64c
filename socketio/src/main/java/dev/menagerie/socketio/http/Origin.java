package dev.menagerie.socketio.http;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The origin of a web page (RFC 6454): scheme, host and port, nothing else. Scheme and host are
 * lower case and the port is always written out, so that equal origins are equal values.
 *
 * @param host a name, an IPv4 address, or an IPv6 address in brackets
 */
public record Origin(String scheme, String host, int port) {
  private static final Pattern SERIALIZED =
      Pattern.compile("(?i)(https?)://([a-z0-9._~-]+|\\[[0-9a-f:.]+])(?::([0-9]{1,5}))?");

  /** Reads an origin as browsers send it: no user, no path, no query. */
  public static Optional<Origin> parse(String text) {
    var parts = SERIALIZED.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    int port = parts.group(3) == null ? usualPort(scheme) : Integer.parseInt(parts.group(3));
    return port > 65_535
        ? Optional.empty()
        : Optional.of(new Origin(scheme, parts.group(2).toLowerCase(Locale.ROOT), port));
  }

  /** The origin of pages that a server serves under this {@code Host}. */
  static Optional<Origin> of(boolean secure, String host) {
    return parse((secure ? "https" : "http") + "://" + host);
  }

  private static int usualPort(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }

  /** As browsers send it. */
  @Override
  public String toString() {
    return scheme + "://" + host + (port == usualPort(scheme) ? "" : ":" + port);
  }
}
