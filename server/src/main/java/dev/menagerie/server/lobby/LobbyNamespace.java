package dev.menagerie.server.lobby;

import dev.menagerie.codec.InvalidJson;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.Limits;
import dev.menagerie.protocol.ClientMessage;
import dev.menagerie.protocol.ErrorCode;
import dev.menagerie.protocol.Refusal;
import dev.menagerie.protocol.Reply;
import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.live.Allowance;
import dev.menagerie.socketio.IncomingEvent;
import dev.menagerie.socketio.Namespace;
import dev.menagerie.socketio.Socket;
import dev.menagerie.socketio.packet.EncodedJson;
import java.util.Optional;

/**
 * The {@code /lobby} namespace: a connected user is in the lobby. Clients only extend their sign-in
 * here; everything else that they want is a REST call. Handlers run on each socket's mailbox.
 */
final class LobbyNamespace {
  static final String NAME = "/lobby";

  private static final Refusal UNKNOWN =
      Refusal.of(ErrorCode.INVALID_MESSAGE, "There is no such event.");

  private final LobbySessions sessions;
  private final LobbyFeed feed;
  private final Allowance allowance;

  LobbyNamespace(LobbySessions sessions, LobbyFeed feed, Allowance allowance) {
    this.sessions = sessions;
    this.feed = feed;
    this.allowance = allowance;
  }

  /** Sets up admission and handlers; call before the server starts. */
  void on(Namespace namespace) {
    namespace.textOnly();
    namespace.use(sessions::admit);
    namespace.onConnect(this::enter);
    namespace.onDisconnect((socket, _) -> sessions.closed(socket).ifPresent(feed::leave));
    namespace.on(ClientMessage.Event.REFRESH.wireName(), this::refresh);
    namespace.otherwise(this::refuseUnknown);
  }

  private void enter(Socket socket) {
    try {
      var member = sessions.opened(socket);
      if (member.isPresent()) feed.enter(socket, member.get());
    } catch (StoreUnavailable away) {
      sessions.turnAway(socket);
    }
  }

  private void refresh(IncomingEvent received) {
    try {
      if (isTooMuch(received)) return;
      byte[] payload = received.size() == 1 ? received.raw(0) : new byte[0];
      var message =
          ClientMessage.read(ClientMessage.Event.REFRESH, Json.tree(payload, Limits.MESSAGE));
      if (!(message instanceof ClientMessage.Refresh refresh)) return;
      var refusal = sessions.renew(received.socket(), refresh.token());
      refusal.ifPresentOrElse(
          why -> refuse(received, refresh.messageId(), why),
          () -> acknowledge(received, new Reply.Done(true)));
    } catch (InvalidJson invalid) {
      refuse(
          received,
          Optional.empty(),
          Refusal.of(ErrorCode.INVALID_MESSAGE, String.valueOf(invalid.getMessage())));
    } catch (StoreUnavailable away) {
      refuse(
          received,
          Optional.empty(),
          Refusal.of(ErrorCode.UNAVAILABLE, "The server cannot reach its store; try again."));
    }
  }

  private void refuseUnknown(IncomingEvent received) {
    if (!isTooMuch(received)) refuse(received, Optional.empty(), UNKNOWN);
    sessions.recordInvalid(received.socket());
  }

  private boolean isTooMuch(IncomingEvent received) {
    var user = sessions.userOf(received.socket());
    var wait = user.flatMap(id -> allowance.take(Allowance.Of.USER, id.value()));
    wait.ifPresent(_ ->
        refuse(
            received,
            Optional.empty(),
            Refusal.of(ErrorCode.RATE_LIMITED, "Too many messages; slow down.")));
    return wait.isPresent();
  }

  private void refuse(IncomingEvent received, Optional<String> requestId, Refusal why) {
    if (received.ack().isWanted()) acknowledge(received, new Reply.Refused(false, requestId, why));
    else sessions.error(received.socket(), requestId, why);
  }

  private static void acknowledge(IncomingEvent received, Reply reply) {
    if (received.ack().isWanted()) received.ack().send(new EncodedJson(Json.bytes(reply)));
  }
}
