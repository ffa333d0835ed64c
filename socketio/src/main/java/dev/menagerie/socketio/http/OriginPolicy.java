package dev.menagerie.socketio.http;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
   * https://play.example.org}, or that of an app: {@code capacitor://localhost}, or {@code null},
   * which pages of files and sandboxed frames send, whosever they are.
   *
   * @throws IllegalArgumentException if one of them is not an origin
   */
  static OriginPolicy allowing(Set<String> origins) {
    origins.stream()
        .filter(text -> !isOrigin(text))
        .findFirst()
        .ifPresent(text -> {
          throw new IllegalArgumentException("not an origin: " + text);
        });
    return new AllowList(
        origins.stream()
            .flatMap(text -> Origin.parse(text).stream())
            .collect(Collectors.toUnmodifiableSet()),
        origins.stream()
            .filter(OriginPolicy::isApp)
            .map(text -> text.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Whether {@link #allowing} takes this text. */
  static boolean isOrigin(String text) {
    return Origin.parse(text).isPresent() || isApp(text);
  }

  private static boolean isApp(String text) {
    return AllowList.APP.matcher(text).matches() && Origin.parse(text).isEmpty();
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

  /**
   * See {@link OriginPolicy#allowing(Set)}.
   *
   * @param origins of pages that a server served
   * @param apps what apps send in place of such an origin, in lower case
   */
  record AllowList(Set<Origin> origins, Set<String> apps) implements OriginPolicy {
    /** Without the schemes whose pages a browser never names so: they are mistakes in a setting. */
    private static final Pattern APP =
        Pattern.compile(
            "(?i)null|(?!(?:https?|wss?|ftp|file|data|blob):)"
                + "[a-z][a-z0-9+.-]{0,31}://[a-z0-9._-]{1,255}");

    public AllowList {
      origins = Set.copyOf(origins);
      apps = Set.copyOf(apps);
    }

    @Override
    public boolean allows(String origin, Optional<Origin> server) {
      Optional<Origin> page = Origin.parse(origin);
      return page.isPresent()
          ? origins.contains(page.get()) || page.equals(server)
          : apps.contains(origin.toLowerCase(Locale.ROOT));
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
