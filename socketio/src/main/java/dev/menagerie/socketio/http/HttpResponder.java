package dev.menagerie.socketio.http;

import java.util.concurrent.CompletionStage;

/**
 * Answers a request whose body has arrived. Called on an event loop, so it must not block; the
 * response may come from any thread. A stage that fails is answered with 500, one that takes longer
 * than the server's response timeout with 503.
 */
@FunctionalInterface
public interface HttpResponder {
  /** Answers the request. */
  CompletionStage<HttpResponse> respond(HttpRequest request);

  /** A responder in the plain style: wait for what you need, then return. */
  @FunctionalInterface
  interface Blocking {
    /** Answers the request; may wait. */
    HttpResponse respond(HttpRequest request) throws Exception;
  }

  /** A responder that may block: each request gets a virtual thread of its own. */
  static HttpResponder blocking(Blocking responder) {
    return new BlockingResponder(responder);
  }
}
