package dev.menagerie.socketio.http;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which web pages may talk to the server. The same policy answers for polling, for the WebSocket
 * upgrade and for the host application's own requests. A request without {@code Origin} comes from
 * no web page and is allowed. Origins are compared whole: scheme, host and port.
 */
public sealed interface OriginPolicy {
  /**
   * Pages that the same scheme, host and port served. Behind a proxy that ends TLS the scheme is
   * known only where {@link TrustedProxies} names that proxy.
   */
  static OriginPolicy sameOrigin() {
    return new SameOrigin();
  }

  /**
   * Same-origin pages and exactly these origins, each written like {@code
   * https://play.example.org}.
   *
   * @throws IllegalArgumentException if one of them is not an origin
   */
  static OriginPolicy allowing(Set<String> origins) {
    return new AllowList(
        origins.stream()
            .map(text ->
                Origin.parse(text)
                    .orElseThrow(() -> new IllegalArgumentException("not an origin: " + text)))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Every page: only for development and for public, cookie-free services. */
  static OriginPolicy anywhere() {
    return new Anywhere();
  }

  /**
   * Whether a request with these headers may be served.
   *
   * @param secure whether it came over TLS
   */
  default boolean allows(Headers headers, boolean secure) {
    var origins = headers.all("Origin");
    if (origins.isEmpty()) {
      return true;
    }
    return origins.size() == 1
        && allows(
            origins.getFirst(), headers.first("Host").flatMap(host -> Origin.of(secure, host)));
  }

  /**
   * Whether a page of this origin may talk to the server.
   *
   * @param origin as the browser sent it
   * @param server the origin under which the server was addressed
   */
  boolean allows(String origin, Optional<Origin> server);

  /** See {@link OriginPolicy#sameOrigin()}. */
  record SameOrigin() implements OriginPolicy {
    @Override
    public boolean allows(String origin, Optional<Origin> server) {
      return server.isPresent() && Origin.parse(origin).equals(server);
    }
  }

  /** See {@link OriginPolicy#allowing(Set)}. */
  record AllowList(Set<Origin> origins) implements OriginPolicy {
    public AllowList {
      origins = Set.copyOf(origins);
    }

    @Override
    public boolean allows(String origin, Optional<Origin> server) {
      Optional<Origin> page = Origin.parse(origin);
      return page.isPresent() && (origins.contains(page.get()) || page.equals(server));
    }
  }

  /** See {@link OriginPolicy#anywhere()}. */
  record Anywhere() implements OriginPolicy {
    @Override
    public boolean allows(String origin, Optional<Origin> server) {
      return true;
    }
  }
}
