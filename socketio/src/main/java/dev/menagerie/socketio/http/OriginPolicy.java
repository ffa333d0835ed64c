package dev.menagerie.socketio.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which web pages may talk to the server. The same policy answers for polling, for the WebSocket
 * upgrade and for the host application's own requests. A request without {@code Origin} comes from
 * no web page and is allowed.
 */
public sealed interface OriginPolicy {
  /** Pages that the same host and port served, and nobody else. */
  static OriginPolicy sameOrigin() {
    return new SameOrigin();
  }

  /**
   * Same-origin pages and exactly these origins, each written like {@code
   * https://play.example.org}.
   */
  static OriginPolicy allowing(Set<String> origins) {
    return new AllowList(origins);
  }

  /** Every page: only for development and for public, cookie-free services. */
  static OriginPolicy anywhere() {
    return new Anywhere();
  }

  /** Whether a request with these headers may be served. */
  default boolean allows(Headers headers) {
    var origins = headers.all("Origin");
    if (origins.isEmpty()) {
      return true;
    }
    return origins.size() == 1 && allows(origins.getFirst(), headers.first("Host"));
  }

  /** Whether a page of this origin may talk to a server that was addressed as this host. */
  boolean allows(String origin, Optional<String> host);

  /** See {@link OriginPolicy#sameOrigin()}. */
  record SameOrigin() implements OriginPolicy {
    @Override
    public boolean allows(String origin, Optional<String> host) {
      return host.isPresent() && matchesHost(origin, host.get());
    }
  }

  /** See {@link OriginPolicy#allowing(Set)}. */
  record AllowList(Set<String> origins) implements OriginPolicy {
    public AllowList {
      origins = origins.stream().map(OriginPolicy::normal).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean allows(String origin, Optional<String> host) {
      return origins.contains(normal(origin))
          || (host.isPresent() && matchesHost(origin, host.get()));
    }
  }

  /** See {@link OriginPolicy#anywhere()}. */
  record Anywhere() implements OriginPolicy {
    @Override
    public boolean allows(String origin, Optional<String> host) {
      return true;
    }
  }

  private static String normal(String origin) {
    return origin.strip().toLowerCase(Locale.ROOT);
  }

  /** The scheme is left out on purpose: behind a proxy that ends TLS the server does not see it. */
  private static boolean matchesHost(String origin, String host) {
    URI page = uri(origin);
    if (page == null || page.getHost() == null || page.getScheme() == null) {
      return false;
    }
    URI server = uri(page.getScheme() + "://" + host);
    return server != null
        && page.getHost().equalsIgnoreCase(server.getHost())
        && port(page) == port(server);
  }

  private static @Nullable URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException malformed) {
      return null;
    }
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }
}
