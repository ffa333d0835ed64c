package dev.menagerie.socketio.http;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The host application's share of the port: every request that is not Socket.IO's comes here whole.
 * Called on an event loop, so it must not block; the answer may come from any thread. A stage that
 * fails is answered with 500, one that takes longer than the server's request timeout with 503.
 */
@FunctionalInterface
public interface HttpHandler {
  CompletionStage<HttpResponse> handle(HttpRequest request);

  /** A handler that may block: each request gets a virtual thread of its own. */
  static HttpHandler blocking(Blocking handler) {
    return request -> {
      var answer = new CompletableFuture<HttpResponse>();
      Thread.startVirtualThread(() -> complete(answer, () -> handler.handle(request)));
      return answer;
    };
  }

  /** Answers 404 to everything. */
  static HttpHandler nothing() {
    return request ->
        CompletableFuture.completedFuture(
            HttpResponse.of(404, "text/plain; charset=utf-8", "Not found\n"));
  }

  /** A handler in the plain style: wait for what you need, then return. */
  @FunctionalInterface
  interface Blocking {
    HttpResponse handle(HttpRequest request) throws Exception;
  }

  private static void complete(
      CompletableFuture<HttpResponse> answer, Callable<HttpResponse> work) {
    try {
      answer.complete(work.call());
    } catch (Throwable failure) { // the edge: whatever went wrong becomes a 500
      answer.completeExceptionally(failure);
    }
  }
}
