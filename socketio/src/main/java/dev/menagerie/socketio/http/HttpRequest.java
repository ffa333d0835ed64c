package dev.menagerie.socketio.http;

/**
 * One whole HTTP request that is not Socket.IO's.
 *
 * @param method as sent, for instance {@code GET}
 * @param path as sent, without the query and not percent-decoded
 * @param body all of it, within the server's limit; the receiver owns the array
 * @param remoteAddress the client's address as the trusted proxies tell it
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

  @Override
  public String toString() {
    return method + " " + path;
  }
}
