package dev.menagerie.socketio.http;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Runs a host application's blocking decisions on virtual threads. */
record BlockingHandler(HttpHandler.Blocking handler) implements HttpHandler {
  @Override
  public CompletionStage<HttpDecision> decide(HttpRequest head) {
    return BlockingResponder.onVirtualThread(() -> settled(head, handler.decide(head)));
  }

  /** A request without a body needs no second thread: this one answers it. */
  private static HttpDecision settled(HttpRequest head, HttpDecision decision) throws Exception {
    return decision instanceof HttpDecision.Read(_, BlockingResponder(var blocking))
            && !head.announcesBody()
        ? HttpDecision.respond(blocking.respond(head))
        : decision;
  }

  @Override
  public HttpResponse refuse(HttpProblem problem, Optional<HttpRequest> head) {
    return handler.refuse(problem, head);
  }
}
