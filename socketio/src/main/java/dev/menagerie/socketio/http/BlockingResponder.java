package dev.menagerie.socketio.http;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Runs blocking code of the host application, each call on a virtual thread of its own. */
record BlockingResponder(HttpResponder.Blocking responder) implements HttpResponder {
  @Override
  public CompletionStage<HttpResponse> respond(HttpRequest request) {
    return onVirtualThread(() -> responder.respond(request));
  }

  static <T> CompletionStage<T> onVirtualThread(Callable<T> work) {
    var result = new CompletableFuture<T>();
    Thread.startVirtualThread(() -> complete(result, work));
    return result;
  }

  private static <T> void complete(CompletableFuture<T> result, Callable<T> work) {
    try {
      result.complete(work.call());
    } catch (Throwable failure) { // the edge: any failure becomes a 500
      result.completeExceptionally(failure);
    }
  }
}
