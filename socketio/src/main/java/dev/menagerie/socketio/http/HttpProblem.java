package dev.menagerie.socketio.http;

/** Why the server answers a request of the host application itself, before or instead of it. */
public enum HttpProblem {
  /** It is not HTTP/1.1 as RFC 9112 defines it. */
  MALFORMED(400, "Bad Request"),
  /** It did not arrive in time. */
  TIMEOUT(408, "Request Timeout"),
  /** Its body is longer than the route takes. */
  BODY_TOO_LARGE(413, "Content Too Large"),
  /** Its request line is too long. */
  TARGET_TOO_LONG(414, "URI Too Long"),
  /** It expects something other than {@code 100-continue}. */
  EXPECTATION_FAILED(417, "Expectation Failed"),
  /** It names a host that is not served here. */
  MISDIRECTED(421, "Misdirected Request"),
  /** Its header section is too long, or has too many fields. */
  HEADERS_TOO_LARGE(431, "Request Header Fields Too Large"),
  /** The host application failed. */
  FAILED(500, "Internal Server Error"),
  /** It uses a transfer coding other than {@code chunked}. */
  CODING_UNKNOWN(501, "Not Implemented"),
  /** The server holds as much unread input as it may. A repeat may succeed. */
  BUSY(503, "Service Unavailable"),
  /** The host application did not answer in time. */
  OVERDUE(503, "Service Unavailable"),
  /** It is of an HTTP version other than 1.0 and 1.1. */
  VERSION_UNKNOWN(505, "HTTP Version Not Supported");

  private final int status;
  private final String title;

  HttpProblem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The HTTP status of the response. */
  public int status() {
    return status;
  }

  /** A few words for people. */
  public String title() {
    return title;
  }
}
