package dev.menagerie.socketio.http;

/**
 * One HTTP request that is not Socket.IO's.
 *
 * @param method as sent, for instance {@code GET}
 * @param path as sent, without the query and not percent-decoded
 * @param body all of it, within the route's limit, or empty where only the head has arrived; the
 *     receiver owns the array
 * @param remoteAddress the client's address as the trusted proxies forward it
 * @param secure whether the client came over TLS, as far as the server or a trusted proxy knows
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record HttpRequest(
    String method,
    String path,
    Query query,
    Headers headers,
    byte[] body,
    String remoteAddress,
    boolean secure) {

  /** The same request with its body. */
  public HttpRequest withBody(byte[] bytes) {
    return new HttpRequest(method, path, query, headers, bytes, remoteAddress, secure);
  }

  /** Whether a body follows the head, by its headers. */
  public boolean announcesBody() {
    return headers.first("Transfer-Encoding").isPresent()
        || headers
            .first("Content-Length")
            .filter(length -> !length.strip().equals("0"))
            .isPresent();
  }

  /** Without headers and query: they may hold credentials. */
  @Override
  public String toString() {
    return method + " " + path;
  }
}
