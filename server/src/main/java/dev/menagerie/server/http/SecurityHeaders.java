package dev.menagerie.server.http;

import dev.menagerie.socketio.http.HttpResponse;
import java.util.Optional;

/** The security headers of every response. */
final class SecurityHeaders {
  /** JSON is never a page: nothing in it may load or run, wherever it is shown. */
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  /** The page's own files and connections; pictures may be drawn by code, styles set by it. */
  private static final String PAGE =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
          + " data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src"
          + " 'self'; base-uri 'self'; form-action 'none'; frame-ancestors ";

  private static final int NOT_MODIFIED = 304;

  private SecurityHeaders() {}

  /**
   * A response with its headers.
   *
   * @param embedders pages that may show this one in a frame, as {@code frame-ancestors} lists them
   */
  static HttpResponse on(HttpResponse response, Optional<String> embedders) {
    // A script's own policy holds when it runs as a service worker, which loads the page's files.
    boolean page =
        response
            .headers()
            .first("Content-Type")
            .filter(type -> type.startsWith("text/html") || type.startsWith("text/javascript"))
            .isPresent();
    var marked =
        response
            .with("X-Content-Type-Options", "nosniff")
            .with("Referrer-Policy", "no-referrer")
            .with("Cross-Origin-Opener-Policy", "same-origin");
    // This header knows no list of origins; where it is left out the policy alone decides.
    if (embedders.isEmpty()) marked = marked.with("X-Frame-Options", "DENY");
    // The headers of a 304 replace the stored ones: without a content type the page would not work.
    if (response.status() == NOT_MODIFIED) return marked;
    return marked.with(
        "Content-Security-Policy", page ? PAGE + embedders.orElse("'none'") : NOTHING);
  }
}
