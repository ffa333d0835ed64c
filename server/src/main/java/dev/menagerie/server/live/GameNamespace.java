package dev.menagerie.server.live;

import dev.menagerie.codec.InvalidJson;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.JsonProblem;
import dev.menagerie.codec.Limits;
import dev.menagerie.protocol.ClientMessage;
import dev.menagerie.protocol.ErrorCode;
import dev.menagerie.protocol.Refusal;
import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.socketio.EventHandler;
import dev.menagerie.socketio.IncomingEvent;
import dev.menagerie.socketio.Namespace;
import dev.menagerie.socketio.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The {@code /game} namespace: reads clients' messages, hands them to their handlers, and answers
 * every message once, whatever goes wrong. Handlers run in order on each socket's mailbox.
 */
public final class GameNamespace {
  /** The name of the namespace. */
  public static final String NAME = "/game";

  private final TokenAdmission admission;
  private final ClientSessions sessions;
  private final GameSubscriptions subscriptions;
  private final Membership membership;
  private final ActionHandler actions;
  private final Emotes emotes;
  private final ChatMessages chat;
  private final MessageRates rates;
  private final Envelopes envelopes;
  private final MessageObserver observer;

  GameNamespace(
      TokenAdmission admission,
      ClientSessions sessions,
      GameSubscriptions subscriptions,
      Membership membership,
      ActionHandler actions,
      Emotes emotes,
      ChatMessages chat,
      MessageRates rates,
      Envelopes envelopes,
      MessageObserver observer) {
    this.observer = observer;
    this.rates = rates;
    this.admission = admission;
    this.sessions = sessions;
    this.subscriptions = subscriptions;
    this.membership = membership;
    this.actions = actions;
    this.emotes = emotes;
    this.chat = chat;
    this.envelopes = envelopes;
  }

  /** Sets up admission and handlers; call before the server starts. */
  public void on(Namespace namespace) {
    namespace.use(admission::admit);
    namespace.onConnect(this::greet);
    namespace.onDisconnect((socket, reason) ->
        sessions.closed(socket).ifPresent(session -> membership.gone(session, reason)));
    for (var event : ClientMessage.Event.values()) {
      namespace.on(event.wireName(), handler(event));
    }
    namespace.otherwise(this::refuseUnknown);
  }

  /** Actions, resignations and heartbeats run on the loop that read them; the rest may block. */
  private EventHandler handler(ClientMessage.Event event) {
    return switch (event) {
      case ACTION, RESIGN, HEARTBEAT ->
          (EventHandler.NonBlocking) received -> handle(event, received);
      case JOIN, SPECTATE, EMOTE, CHAT, LEAVE, REFRESH -> received -> handle(event, received);
    };
  }

  private void greet(Socket socket) {
    try {
      var opened = sessions.opened(socket);
      if (opened.isEmpty()) return;
      subscriptions.rejoin(opened.get());
      sessions.armExpiry(opened.get());
    } catch (StoreUnavailable unavailable) {
      sessions.turnAway(socket);
    }
  }

  private void handle(ClientMessage.Event event, IncomingEvent received) {
    var session = received.socket().attribute(ClientSession.KEY).orElseThrow();
    var responder =
        new MessageResponder(session, received.ack(), envelopes, observer, event.wireName());
    var tooMany = rates.count(session);
    try {
      var message = read(event, received, responder);
      if (tooMany.isPresent()) {
        responder.refuse(tooMany.get());
        sessions.recordInvalidMessage(session);
        return;
      }
      session.resetInvalidCount();
      dispatch(session, message, responder, received);
    } catch (TooLong _) {
      responder.refuse(ErrorCode.PAYLOAD_TOO_LARGE, TooLong.MESSAGE);
      sessions.recordInvalidMessage(session);
    } catch (InvalidJson invalid) {
      responder.refuse(refusal(invalid.problems()));
      sessions.recordInvalidMessage(session);
    } catch (RuntimeException failure) {
      FailureReplies.refuse(responder, received, failure);
    }
  }

  private static ClientMessage read(
      ClientMessage.Event event, IncomingEvent received, MessageResponder responder) {
    if (!received.attachments().isEmpty()) throw invalid("$", "must not carry binary data");
    if (received.size() != 1) {
      if (received.size() == 0 && event == ClientMessage.Event.HEARTBEAT) {
        return ClientMessage.read(
            event, Json.tree("{}".getBytes(StandardCharsets.UTF_8), Limits.MESSAGE));
      }
      throw invalid("$", "must be one object");
    }
    byte[] payload = received.raw(0);
    if (payload.length > Limits.MESSAGE.bytes()) throw new TooLong();
    JsonNode tree = Json.tree(payload, Limits.MESSAGE);
    var id = tree.get("message_id");
    if (id != null && id.isString() && id.stringValue().length() <= ClientMessage.MAX_MESSAGE_ID) {
      responder.requestId(Optional.of(id.stringValue()));
    }
    return ClientMessage.read(event, tree);
  }

  private void dispatch(
      ClientSession session,
      ClientMessage message,
      MessageResponder responder,
      IncomingEvent received) {
    switch (message) {
      case ClientMessage.Join join -> subscriptions.join(session, join, responder);
      case ClientMessage.Spectate spectate -> subscriptions.spectate(session, spectate, responder);
      case ClientMessage.Leave leave -> subscriptions.leave(session, leave, responder);
      case ClientMessage.Act act -> actions.act(session, act, responder, received);
      case ClientMessage.Resign resign -> actions.resign(session, resign, responder, received);
      case ClientMessage.ShowEmote emote -> emotes.show(session, emote, responder);
      case ClientMessage.Say say -> chat.say(session, say, responder);
      case ClientMessage.Heartbeat _ -> sessions.heartbeat(responder);
      case ClientMessage.Refresh refresh -> sessions.refresh(session, refresh, responder);
    }
  }

  private void refuseUnknown(IncomingEvent received) {
    received
        .socket()
        .attribute(ClientSession.KEY)
        .ifPresent(session -> {
          var unknown = Refusal.of(ErrorCode.INVALID_MESSAGE, "There is no such event.");
          new MessageResponder(
                  session, received.ack(), envelopes, observer, MessageObserver.UNKNOWN)
              .refuse(rates.count(session).orElse(unknown));
          sessions.recordInvalidMessage(session);
        });
  }

  /** A message that is refused before it is read completely. */
  private static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    static final String MESSAGE = "A message has at most " + Limits.MESSAGE.bytes() + " bytes.";

    TooLong() {
      super(MESSAGE);
    }
  }

  static InvalidJson invalid(String path, String message) {
    return new InvalidJson(List.of(new JsonProblem(path, message)));
  }

  private static Refusal refusal(List<JsonProblem> problems) {
    record Facts(List<JsonProblem> errors) {}
    var first = problems.getFirst();
    return Refusal.of(
        ErrorCode.INVALID_MESSAGE, first.path() + " " + first.message(), new Facts(problems));
  }
}
