package dev.menagerie.server.http;

import dev.menagerie.socketio.http.HttpResponse;

/** The security headers of every answer. */
final class SecurityHeaders {
  /** JSON is never a page: nothing in it may load or run, wherever it is shown. */
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  /** The page's own files and connections; pictures may be drawn by code, styles set by it. */
  private static final String PAGE =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:"
          + " blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final int NOT_MODIFIED = 304;

  private SecurityHeaders() {}

  static HttpResponse on(HttpResponse response) {
    boolean page =
        response.headers().first("Content-Type").filter(t -> t.startsWith("text/html")).isPresent();
    var marked =
        response
            .with("X-Content-Type-Options", "nosniff")
            .with("Referrer-Policy", "no-referrer")
            .with("Cross-Origin-Opener-Policy", "same-origin")
            .with("X-Frame-Options", "DENY");
    // What a 304 says replaces what was kept: it has no type to judge by, and the page would be
    // dead.
    if (response.status() == NOT_MODIFIED) return marked;
    return marked.with("Content-Security-Policy", page ? PAGE : NOTHING);
  }
}
