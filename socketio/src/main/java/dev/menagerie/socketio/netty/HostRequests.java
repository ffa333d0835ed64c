package dev.menagerie.socketio.netty;

import dev.menagerie.socketio.http.HttpDecision;
import dev.menagerie.socketio.http.HttpHandler;
import dev.menagerie.socketio.http.HttpProblem;
import dev.menagerie.socketio.http.HttpResponder;
import dev.menagerie.socketio.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The host application's requests. */
record HostRequests(HttpHandler handler, int maxBody) implements HttpRouter.Requests {

  @Override
  public void begins(HttpExchange exchange) {
    whenDone(
        exchange,
        () -> handler.decide(exchange.head().forHost()),
        decision -> exchange.onLoop(() -> follow(exchange, decision)));
  }

  private void follow(HttpExchange exchange, HttpDecision decision) {
    switch (decision) {
      case HttpDecision.Respond(var response) -> exchange.respond(HttpResponses.of(response));
      case HttpDecision.Read(int most, var responder) -> {
        exchange.attach(responder);
        exchange.read(Math.min(most, maxBody));
      }
    }
  }

  @Override
  public void complete(HttpExchange exchange, byte[] body) {
    if (exchange.attachment() instanceof HttpResponder responder) {
      whenDone(
          exchange,
          () -> responder.respond(exchange.head().forHost().withBody(body)),
          response -> exchange.respond(HttpResponses.of(response)));
    } else {
      throw new IllegalStateException("a body was read that no responder wants");
    }
  }

  /** The edge of the host's code: whatever fails there is answered with 500. */
  private <T> void whenDone(
      HttpExchange exchange, Supplier<CompletionStage<T>> work, Consumer<T> next) {
    try {
      work.get()
          .whenComplete((@Nullable T result, @Nullable Throwable failure) -> {
            if (result == null) {
              refuse(exchange, HttpProblem.FAILED);
            } else {
              next.accept(result);
            }
          });
    } catch (RuntimeException failure) {
      refuse(exchange, HttpProblem.FAILED);
    }
  }

  @Override
  public void refuse(HttpExchange exchange, HttpProblem problem) {
    HttpResponse response = handler.refuse(problem, Optional.of(exchange.head().forHost()));
    exchange.respond(HttpRouter.retryLater(problem, HttpResponses.of(response)));
  }

  @Override
  public void lost(HttpExchange exchange) {}

  @Override
  public boolean mayWait() {
    return false;
  }
}
