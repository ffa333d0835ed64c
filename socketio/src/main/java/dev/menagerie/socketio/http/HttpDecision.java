package dev.menagerie.socketio.http;

/** The host application's decision on the head of a request. */
public sealed interface HttpDecision {
  /** The response; a body that may follow is not read, and the connection closes if one does. */
  record Respond(HttpResponse response) implements HttpDecision {}

  /**
   * The body is read first.
   *
   * @param maxBytes the longest body taken, in bytes; the server's own {@code maxBody} applies too
   * @param responder answers once the body is there
   */
  record Read(int maxBytes, HttpResponder responder) implements HttpDecision {
    public Read {
      if (maxBytes < 0) {
        throw new IllegalArgumentException("a limit of bytes is not negative");
      }
    }
  }

  /** Answers now. */
  static HttpDecision respond(HttpResponse response) {
    return new Respond(response);
  }

  /** Reads a body up to this many bytes; then the responder answers. */
  static HttpDecision read(int maxBytes, HttpResponder responder) {
    return new Read(maxBytes, responder);
  }

  /** The same with a responder that may block; it runs on a virtual thread. */
  static HttpDecision readThenBlock(int maxBytes, HttpResponder.Blocking responder) {
    return new Read(maxBytes, HttpResponder.blocking(responder));
  }
}
