package dev.menagerie.socketio.http;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The host application's share of the port: every request that is not Socket.IO's. It decides on
 * the head of a request whether its body is read at all, so that no client makes the server hold
 * bytes that no route wants.
 */
@FunctionalInterface
public interface HttpHandler {
  /**
   * Decides from the head: route, method, length, authentication. Called on an event loop, so it
   * must not block; the decision may come from any thread. A stage that fails is answered with 500,
   * one that takes longer than the server's response timeout with 503.
   *
   * @param head the request with an empty body
   */
  CompletionStage<HttpDecision> decide(HttpRequest head);

  /**
   * The response to a request that the server itself refuses. Called on an event loop; must not
   * block.
   *
   * @param head the request, if its head could be read
   */
  default HttpResponse refuse(HttpProblem problem, Optional<HttpRequest> head) {
    return HttpResponse.of(problem.status(), "text/plain; charset=utf-8", problem.title() + "\n");
  }

  /** Reads every body up to this many bytes; then the responder answers. */
  static HttpHandler reading(int maxBytes, HttpResponder responder) {
    var decision = CompletableFuture.completedFuture(HttpDecision.read(maxBytes, responder));
    return _ -> decision;
  }

  /** The same with a responder that may block; it runs on a virtual thread. */
  static HttpHandler readingThenBlocking(int maxBytes, HttpResponder.Blocking responder) {
    return reading(maxBytes, HttpResponder.blocking(responder));
  }

  /** A handler whose decisions may block: each request gets a virtual thread of its own. */
  static HttpHandler blocking(Blocking handler) {
    return new BlockingHandler(handler);
  }

  /** Answers 404 to everything. */
  static HttpHandler nothing() {
    return _ ->
        CompletableFuture.completedFuture(
            HttpDecision.respond(HttpResponse.of(404, "text/plain; charset=utf-8", "Not found\n")));
  }

  /** A handler in the plain style: wait for what you need, then return. */
  @FunctionalInterface
  interface Blocking {
    /** Decides from the head; may wait. */
    HttpDecision decide(HttpRequest head) throws Exception;

    /** See {@link HttpHandler#refuse}: on an event loop, so this one must not block. */
    default HttpResponse refuse(HttpProblem problem, Optional<HttpRequest> head) {
      return nothing().refuse(problem, head);
    }
  }
}
