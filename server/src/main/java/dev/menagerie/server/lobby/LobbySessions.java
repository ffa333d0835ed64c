package dev.menagerie.server.lobby;

import static java.util.stream.Collectors.toSet;

import dev.menagerie.protocol.ErrorCode;
import dev.menagerie.protocol.Refusal;
import dev.menagerie.protocol.ServerMessage;
import dev.menagerie.server.StoreUnavailable;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.live.Envelopes;
import dev.menagerie.server.live.Identity;
import dev.menagerie.server.live.LiveSettings;
import dev.menagerie.server.live.Scheduler;
import dev.menagerie.server.live.SignIn;
import dev.menagerie.server.live.TokenAdmission;
import dev.menagerie.server.live.UserMessages;
import dev.menagerie.socketio.Admission;
import dev.menagerie.socketio.AttributeKey;
import dev.menagerie.socketio.ConnectRequest;
import dev.menagerie.socketio.Namespace;
import dev.menagerie.socketio.Socket;
import dev.menagerie.socketio.packet.EncodedJson;
import java.time.Duration;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The connections of this node to the lobby: admission by token, expiry, sign-out. A user may have
 * several, such as one for each page that is open.
 */
final class LobbySessions {
  /** Connections of one user to this node: the open pages. */
  private static final int MAX_OF_USER = 8;

  /** Invalid messages of one connection after which it is closed. */
  private static final int MAX_INVALID = 50;

  /** A sign-out whose message to this node was lost is noticed within this time. */
  private static final Duration SIGN_IN_CHECK = Duration.ofSeconds(5);

  private static final AttributeKey<Session> SESSION = AttributeKey.of("lobby", Session.class);

  private final Namespace namespace;
  private final SignIn signIn;
  private final TokenAdmission admission;
  private final Envelopes envelopes;
  private final Scheduler scheduler;

  LobbySessions(
      Namespace namespace,
      SignIn signIn,
      TokenAdmission admission,
      Envelopes envelopes,
      Scheduler scheduler) {
    this.namespace = namespace;
    this.signIn = signIn;
    this.admission = admission;
    this.envelopes = envelopes;
    this.scheduler = scheduler;
    scheduler.every(SIGN_IN_CHECK, this::closeSignedOut);
  }

  /** One connection. */
  private static final class Session {
    private final LobbyMembers.Member member;
    private final AtomicInteger invalid = new AtomicInteger();
    private volatile Identity identity;
    private volatile Scheduler.Appointment notice = () -> {};
    private volatile Scheduler.Appointment expiry = () -> {};

    Session(Identity identity) {
      this.identity = identity;
      this.member = new LobbyMembers.Member(identity.user(), identity.name());
    }
  }

  Admission admit(ConnectRequest request) {
    return admission.admit(request);
  }

  /** Registers a new connection; empty if it was closed instead. */
  Optional<LobbyMembers.Member> opened(Socket socket) {
    var identity = socket.attribute(TokenAdmission.IDENTITY).orElseThrow();
    var room = UserMessages.roomOf(identity.user());
    if (namespace.countIn(room) >= MAX_OF_USER) {
      close(socket, "busy", "You have too many connections to the lobby.");
      return Optional.empty();
    }
    var session = new Session(identity);
    socket.attach(SESSION, session);
    socket.join(room);
    socket.join(roomOfSignIn(identity.session()));
    if (signIn.alive(Set.of(identity.session())).isEmpty()) {
      close(socket, "logged_out", "You signed out.");
      return Optional.empty();
    }
    armExpiry(socket, session);
    return Optional.of(session.member);
  }

  /** Forgets a connection; the member, if it was the user's last one here. */
  Optional<LobbyMembers.Member> closed(Socket socket) {
    var session = socket.attribute(SESSION);
    session.ifPresent(gone -> {
      gone.notice.cancel();
      gone.expiry.cancel();
    });
    return session.map(gone -> gone.member).filter(member -> sockets(member.user()) == 0);
  }

  private long sockets(UserId user) {
    return namespace.to(UserMessages.roomOf(user)).sockets().stream()
        .filter(Socket::isConnected)
        .count();
  }

  Optional<UserId> userOf(Socket socket) {
    return socket.attribute(SESSION).map(session -> session.member.user());
  }

  /** Extends a connection by a newer token of the same user; empty when that is done. */
  Optional<Refusal> renew(Socket socket, String token) {
    var session = socket.attribute(SESSION).orElseThrow();
    var newer = signIn.verify(token);
    if (newer.isEmpty() || signIn.alive(Set.of(newer.get().session())).isEmpty()) {
      return Optional.of(Refusal.of(ErrorCode.UNAUTHENTICATED, "A valid token is needed."));
    }
    if (!newer.get().user().equals(session.member.user())) {
      return Optional.of(Refusal.of(ErrorCode.FORBIDDEN, "The token belongs to another user."));
    }
    var former = session.identity.session();
    session.identity = newer.get();
    if (!former.equals(newer.get().session())) socket.leave(roomOfSignIn(former));
    socket.join(roomOfSignIn(newer.get().session()));
    armExpiry(socket, session);
    return Optional.empty();
  }

  private void armExpiry(Socket socket, Session session) {
    session.notice.cancel();
    session.expiry.cancel();
    var end = session.identity.expiresAt();
    var left = Duration.between(envelopes.now(), end);
    session.notice =
        scheduler.after(
            left.minus(LiveSettings.EXPIRY_NOTICE),
            () -> send(socket, new ServerMessage.AuthExpiring(end)));
    session.expiry =
        scheduler.after(left, () -> close(socket, "expired", "Your token has run out."));
  }

  /** A sign-in has ended: closes its connections, on every node. */
  void signInEnded(String signInSession, ServerMessage.SessionClosed message) {
    var sockets = namespace.to(roomOfSignIn(signInSession));
    sockets.emit(message.event(), new EncodedJson(envelopes.plain().encode(message)));
    sockets.disconnect();
  }

  private void closeSignedOut() {
    try {
      var open = new HashMap<Socket, String>();
      for (var socket : namespace.sockets()) {
        socket.attribute(SESSION).ifPresent(s -> open.put(socket, s.identity.session()));
      }
      if (open.isEmpty()) return;
      var alive = signIn.alive(open.values().stream().collect(toSet()));
      open.forEach((socket, session) -> {
        if (!alive.contains(session)) close(socket, "logged_out", "You signed out.");
      });
    } catch (StoreUnavailable away) {
      // The next check is soon enough.
    }
  }

  void recordInvalid(Socket socket) {
    socket
        .attribute(SESSION)
        .filter(session -> session.invalid.incrementAndGet() >= MAX_INVALID)
        .ifPresent(_ -> close(socket, "flood", "Too many invalid messages."));
  }

  /** The store cannot be reached: the client is to come back later. */
  void turnAway(Socket socket) {
    send(
        socket,
        new ServerMessage.SessionClosed(
            ErrorCode.UNAVAILABLE.wireName(), "The server cannot reach its store."));
    socket.closeTransport();
  }

  /** This node goes away. */
  void closeAll() {
    var message =
        new ServerMessage.SessionClosed(
            "draining", "The server is restarting; connect again to reach another one.");
    var all = namespace.local();
    all.emit(message.event(), new EncodedJson(envelopes.plain().encode(message)));
    all.closeTransport();
  }

  void error(Socket socket, Optional<String> requestId, Refusal why) {
    send(socket, new ServerMessage.GameError(requestId, why));
  }

  private void send(Socket socket, ServerMessage message) {
    socket.emit(message.event(), new EncodedJson(envelopes.plain().encode(message)));
  }

  private void close(Socket socket, String code, String text) {
    send(socket, new ServerMessage.SessionClosed(code, text));
    socket.disconnect();
  }

  private static String roomOfSignIn(String session) {
    return "session:" + session;
  }
}
