package dev.menagerie.server.live;

import static java.util.stream.Collectors.toSet;

import dev.menagerie.protocol.ClientMessage;
import dev.menagerie.protocol.ErrorCode;
import dev.menagerie.protocol.Reply;
import dev.menagerie.protocol.ServerMessage;
import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.game.Connections.Replaced;
import dev.menagerie.socketio.Namespace;
import dev.menagerie.socketio.Socket;
import dev.menagerie.socketio.packet.EncodedJson;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * The connections of this node: admission by token, one live connection per user, expiry, sign-out.
 */
public final class ClientSessions {
  /** Some hundred clients a second come back to the other nodes. */
  private static final Duration BETWEEN_CLOSES = Duration.ofMillis(2);

  /** A sign-out whose message to this node was lost is noticed within this time. */
  private static final Duration SIGN_IN_CHECK = Duration.ofSeconds(5);

  /** Sign-ins looked up in one query. */
  private static final int CHECKED_TOGETHER = 1_000;

  private static final String LOGGED_OUT = "logged_out";
  private static final String LOGGED_OUT_TEXT = "You signed out.";
  private static final String REPLACED = "replaced";
  private static final String REPLACED_TEXT = "You connected somewhere else.";

  private final Namespace namespace;
  private final SignIn signIn;
  private final Scheduler scheduler;
  private final Envelopes envelopes;
  private final ConnectionRegistry registry;
  private final MessageObserver observer;

  ClientSessions(
      Namespace namespace,
      SignIn signIn,
      Scheduler scheduler,
      Envelopes envelopes,
      ConnectionRegistry registry,
      MessageObserver observer) {
    this.namespace = namespace;
    this.signIn = signIn;
    this.scheduler = scheduler;
    this.envelopes = envelopes;
    this.registry = registry;
    this.observer = observer;
    scheduler.every(
        SIGN_IN_CHECK, () -> ConnectionRegistry.unlessStoreIsAway(this::closeSignedOut));
  }

  /**
   * Registers a new connection and closes the one it replaces, on any node. Empty if the sign-in
   * has ended since the token was verified; the socket is closed then.
   */
  Optional<ClientSession> opened(Socket socket) {
    var identity = socket.attribute(TokenAdmission.IDENTITY).orElseThrow();
    var session = new ClientSession(socket, identity, observer);
    socket.attach(ClientSession.KEY, session);
    socket.join(roomOfConnection(socket.id()));
    socket.join(roomOfSignIn(identity));
    socket.join(UserMessages.roomOf(identity.user()));
    // Joins the room before the check: a sign-out is found by the check, or its message reaches the
    // room.
    if (isSignedOut(identity)) {
      close(session, LOGGED_OUT, LOGGED_OUT_TEXT);
      return Optional.empty();
    }
    registry.register(session).ifPresent(this::closeReplaced);
    return Optional.of(session);
  }

  /**
   * While the store is unreachable, a session that was verified before stays; it is checked again
   * later.
   */
  private boolean isSignedOut(Identity identity) {
    try {
      return signIn.alive(Set.of(identity.session())).isEmpty();
    } catch (StoreUnavailable unavailable) {
      return false;
    }
  }

  /**
   * Closes the connection that has lost its place to a newer one of the same user, and no other.
   */
  void closeReplaced(Replaced old) {
    close(
        roomOfConnection(ConnectionRegistry.socketId(old.session())),
        new ServerMessage.SessionClosed(REPLACED, REPLACED_TEXT));
  }

  /**
   * Closes the connections here whose sign-in has ended, where the message to this node was lost.
   */
  private void closeSignedOut() {
    var open = registry.sessions();
    for (int from = 0; from < open.size(); from += CHECKED_TOGETHER) {
      var some = open.subList(from, Math.min(open.size(), from + CHECKED_TOGETHER));
      var identities = new HashMap<ClientSession, Identity>();
      for (var session : some) identities.put(session, session.identity());
      var names = identities.values().stream().map(Identity::session).collect(toSet());
      var alive = signIn.alive(names);
      identities.forEach((session, identity) -> {
        boolean isEnded = !alive.contains(identity.session());
        if (isEnded && session.identity().equals(identity)) {
          close(session, LOGGED_OUT, LOGGED_OUT_TEXT);
        }
      });
    }
  }

  Optional<ClientSession> closed(Socket socket) {
    var session = socket.attribute(ClientSession.KEY);
    session.ifPresent(gone -> {
      gone.cancelTimers();
      registry.remove(gone);
    });
    return session;
  }

  void heartbeat(MessageResponder responder) {
    responder.reply(new Reply.Alive(true, envelopes.now()));
  }

  /** A newer token of the same user extends the session. */
  void refresh(ClientSession session, ClientMessage.Refresh message, MessageResponder responder) {
    var identity = signIn.verify(message.token());
    if (identity.isEmpty()) {
      responder.refuse(ErrorCode.UNAUTHENTICATED, "A valid token is needed.");
    } else if (!identity.get().user().equals(session.user())) {
      responder.refuse(ErrorCode.FORBIDDEN, "The token belongs to another user.");
    } else if (isSignedOut(identity.get())) {
      responder.refuse(ErrorCode.UNAUTHENTICATED, "The session has ended.");
    } else {
      renew(session, identity.get());
      armExpiry(session);
      responder.reply(new Reply.Done(true));
    }
  }

  /** The connection belongs to the sign-in of the newer token from now on. */
  private static void renew(ClientSession session, Identity newer) {
    var former = session.identity();
    session.socket().join(roomOfSignIn(newer));
    session.renew(newer);
    if (!former.session().equals(newer.session())) session.socket().leave(roomOfSignIn(former));
  }

  /** Schedules the notice before the session's token expires, and the close when it does. */
  void armExpiry(ClientSession session) {
    var left = Duration.between(envelopes.now(), session.identity().expiresAt());
    var notice =
        scheduler.after(
            left.minus(LiveSettings.EXPIRY_NOTICE),
            () ->
                session.send(
                    envelopes.plain(),
                    new ServerMessage.AuthExpiring(session.identity().expiresAt())));
    var expiry = scheduler.after(left, () -> close(session, "expired", "Your token has run out."));
    session.timers(notice, expiry);
  }

  /** Closes a session whose user has a newer connection. */
  void closeReplaced(ClientSession session) {
    close(session, REPLACED, REPLACED_TEXT);
  }

  /** Closes a new socket with {@code unavailable}, because the store cannot be reached. */
  void turnAway(Socket socket) {
    observer.closed(ErrorCode.UNAVAILABLE.wireName());
    var closed =
        new ServerMessage.SessionClosed(
            ErrorCode.UNAVAILABLE.wireName(), "The server cannot reach its store.");
    socket.emit(closed.event(), new EncodedJson(envelopes.plain().encode(closed)));
    socket.closeTransport();
  }

  /** Closes all sockets because this node stops. Clients reconnect to other nodes. */
  void closeAll(Duration atMost) {
    var closed =
        new ServerMessage.SessionClosed(
            "draining", "The server is restarting; connect again to reach another one.");
    var all = List.copyOf(registry.sessions());
    if (all.isEmpty()) return;
    long pause = Math.min(BETWEEN_CLOSES.toNanos(), atMost.toNanos() / all.size());
    for (var session : all) {
      observer.closed("draining");
      session.send(envelopes.plain(), closed);
      session.socket().closeTransport();
      LockSupport.parkNanos(pause);
    }
  }

  /** Closes the connections of a sign-in that has ended, on every node. */
  public void signInEnded(String signInSession, ServerMessage.SessionClosed why) {
    close("session:" + signInSession, why);
  }

  void recordInvalidMessage(ClientSession session) {
    if (session.recordInvalid()) {
      close(session, "flood", "Too many invalid messages.");
    }
  }

  private void close(ClientSession session, String code, String message) {
    observer.closed(code);
    session.send(envelopes.plain(), new ServerMessage.SessionClosed(code, message));
    session.socket().disconnect();
  }

  private void close(String room, ServerMessage.SessionClosed closed) {
    observer.closed(closed.code());
    var sockets = namespace.to(room);
    sockets.emit(closed.event(), new EncodedJson(envelopes.plain().encode(closed)));
    sockets.disconnect();
  }

  private static String roomOfSignIn(Identity identity) {
    return "session:" + identity.session();
  }

  private static String roomOfConnection(String socketId) {
    return "connection:" + socketId;
  }
}
