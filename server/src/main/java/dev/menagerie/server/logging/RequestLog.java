package dev.menagerie.server.logging;

import dev.menagerie.server.http.Edge;
import dev.menagerie.server.live.MessageObserver;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a line for each request over HTTP and each message over a socket: its kind, its outcome,
 * its time and its user. Never its content: no query, no body, no token.
 */
public final class RequestLog implements Edge.Traffic, MessageObserver {
  private static final Logger LOG = LoggerFactory.getLogger("dev.menagerie.requests");

  @Override
  public void responded(String route, String method, int status, long nanos) {
    LOG.atInfo()
        .addKeyValue("route", route)
        .addKeyValue("method", method)
        .addKeyValue("status", status)
        .addKeyValue("ms", Duration.ofNanos(nanos).toMillis())
        .log("{} {} {}", method, route, status);
  }

  @Override
  public void replied(HandledMessage message) {
    var line =
        LOG.atInfo()
            .addKeyValue("event", message.event())
            .addKeyValue("action", message.action())
            .addKeyValue("outcome", message.outcome())
            .addKeyValue("ms", Duration.ofNanos(message.nanos()).toMillis())
            .addKeyValue("user", message.user())
            .addKeyValue("session", message.session());
    if (message.game().isPresent()) line = line.addKeyValue("game", message.game().get());
    line.log(
        "{} {} {} of {}", message.event(), message.action(), message.outcome(), message.user());
  }
}
