package dev.menagerie.server.settings;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Addresses of other servers that the operator names. */
final class HttpAddress {
  private HttpAddress() {}

  /** An address of http or https with a host and without a user; empty if it is something else. */
  static Optional<URI> read(@Nullable String text) {
    try {
      return Optional.ofNullable(text)
          .map(URI::create)
          .filter(address -> address.getHost() != null && address.getUserInfo() == null)
          .filter(
              address -> "http".equals(address.getScheme()) || "https".equals(address.getScheme()));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
