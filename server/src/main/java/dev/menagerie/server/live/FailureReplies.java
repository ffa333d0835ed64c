package dev.menagerie.server.live;

import dev.menagerie.protocol.ErrorCode;
import dev.menagerie.protocol.Refusal;
import dev.menagerie.server.GameUnavailable;
import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.socketio.IncomingEvent;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers messages whose handling failed. */
final class FailureReplies {
  private static final Logger LOG = LoggerFactory.getLogger(FailureReplies.class);

  private FailureReplies() {}

  static void refuse(MessageResponder responder, IncomingEvent received, Throwable failure) {
    switch (cause(failure)) {
      case StoreUnavailable _ ->
          responder.refuse(ErrorCode.UNAVAILABLE, "The server cannot reach its store; try again.");
      case GameUnavailable elsewhere -> {
        var reason = elsewhere.reason();
        responder.refuse(Refusal.of(ErrorCode.UNAVAILABLE, reason.message(), reason.details()));
      }
      case Throwable broken -> {
        record Facts(String incident) {}
        var incident = UUID.randomUUID().toString();
        var line = LOG.atError().setCause(broken).addKeyValue("incident", incident);
        var subscription = responder.session().subscription();
        if (subscription.isPresent()) line = line.addKeyValue("game", subscription.get().game());
        line.addKeyValue("user", responder.session().user())
            .addKeyValue("session", responder.session().identity().session())
            .log("{} failed, incident {}", received.name(), incident);
        responder.refuse(
            Refusal.of(
                ErrorCode.INTERNAL, "Something went wrong on the server.", new Facts(incident)));
      }
    }
  }

  private static Throwable cause(Throwable failure) {
    @Nullable Throwable inner = failure.getCause();
    return failure instanceof CompletionException && inner != null ? inner : failure;
  }
}
